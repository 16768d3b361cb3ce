import { useSyncExternalStore } from "react";
import { readAuthState, watchAuthState, type AuthState } from "../../api/session";

export const useAuthState = (): AuthState => useSyncExternalStore(watchAuthState, readAuthState);
