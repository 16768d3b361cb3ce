import { useSyncExternalStore } from "react";
import { readAuthState, onAuthStateChange, type AuthState } from "../../api/session";

export const useAuthState = (): AuthState => useSyncExternalStore(onAuthStateChange, readAuthState);
