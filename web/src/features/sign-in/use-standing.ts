import { useSyncExternalStore } from "react";
import { readStanding, watchStanding, type Standing } from "../../api/session";

export const useStanding = (): Standing => useSyncExternalStore(watchStanding, readStanding);
