/**
 * Opens a session with the tokens of a sign-in. They live in the closure below only.
 *
 * There is no timer: a token is renewed when it is requested and about to expire, so an idle page sends no
 * requests. Concurrent requests share one renewal.
 */
import { ApiError } from "../../api/failure";
import { setAuthState, readAuthState, type EndReason, type Role, type Session } from "../../api/session";
import { exchangeToken, INVALID_GRANT, type Tokens } from "./api/exchange-token";
import { roleOf } from "./employee";
import { handOff, receiveHandoff } from "./handoff/handoff";
import { readIdToken, type Identity } from "./id-token";
import { settings, type Settings } from "./settings";
import { SignInError } from "./sign-in-failure";

/** Tokens are renewed at most this long before they expire. */
const MARGIN_MS = 60_000;

/** Signs the employee in, and hands the session off on a reload. */
export function openSession(
  first: NewTokens,
  { subject, email, role: firstRole }: Pick<Identity, "subject" | "email"> & { readonly role: Role },
  known: Settings,
): Session {
  let role = firstRole;
  let held: HeldTokens | undefined = withExpiry(first);
  let renewal: Promise<string> | undefined;

  const session: Session = {
    email,
    get role() {
      return role;
    },
    accessToken: async (refused) => {
      if (held === undefined) throw sessionOver();
      const isUsable = refused === undefined ? Date.now() < held.renewAt : held.accessToken !== refused;
      if (isUsable) return held.accessToken;
      renewal ??= renew(held, refused === undefined ? "expired" : "refused").finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    end: (reason) => {
      held = undefined;
      const authState = readAuthState();
      if (authState.kind === "signed-in" && authState.session === session)
        setAuthState({ kind: "ended", reason });
    },
  };
  handOff(() => held && { ...held, subject, email, role });
  setAuthState({ kind: "signed-in", session });
  return session;

  async function renew(old: HeldTokens, reason: EndReason): Promise<string> {
    try {
      if (old.refreshToken === undefined) throw sessionOver();
      const tokens = await exchangeToken({ grantType: "refresh_token", refreshToken: old.refreshToken });
      const identity = await readIdToken(tokens.idToken, known, { subject });
      // A former employee has to sign in again and gets the explanation there.
      const renewedRole = roleOf(identity);
      if (renewedRole === undefined) throw sessionOver();
      // Signed out meanwhile: drop the new tokens, too.
      if (held === undefined) throw sessionOver();
      held = withExpiry(tokens, old);
      role = renewedRole;
      return held.accessToken;
    } catch (error) {
      if (isTemporary(error)) {
        // The old token is still valid, because renewals start early.
        if (reason === "expired" && Date.now() < old.expiresAt && held !== undefined) return old.accessToken;
        throw error;
      }
      session.end(error instanceof SignInError ? "refused" : reason);
      throw error instanceof ApiError ? error : sessionOver(error);
    }
  }
}

/**
 * Resumes the session handed off by the previous page; `false` if there is none. Concurrent calls share the
 * result.
 */
export function resumeSession(): Promise<boolean> {
  resuming ??= resume().finally(() => {
    resuming = undefined;
  });
  return resuming;
}

let resuming: Promise<boolean> | undefined;

async function resume(): Promise<boolean> {
  if (readAuthState().kind === "signed-in") return true;
  const known = await settings();
  const snapshot = await receiveHandoff();
  if (snapshot === undefined) return false;
  const { expiresAt, ...tokens } = snapshot;
  openSession({ ...tokens, expiresIn: (expiresAt - Date.now()) / 1000 }, snapshot, known);
  return true;
}

/** The tokens that a session needs. */
type NewTokens = Pick<Tokens, "accessToken" | "refreshToken" | "expiresIn">;

interface HeldTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/**
 * Expiry by this device's clock, which may differ from the pool's. Keeps the refresh token if the pool sends
 * no new one.
 */
function withExpiry({ accessToken, refreshToken, expiresIn }: NewTokens, before?: HeldTokens): HeldTokens {
  const lifetime = expiresIn * 1000;
  const expiresAt = Date.now() + lifetime;
  const refresh = refreshToken ?? before?.refreshToken;
  return {
    accessToken,
    ...(refresh !== undefined && { refreshToken: refresh }),
    renewAt: expiresAt - Math.min(MARGIN_MS, lifetime / 10),
    expiresAt,
  };
}

/** Whether trying again may help. If the API says that the token is invalid, it does not. */
function isTemporary(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.isTransient || error.failure.kind !== "refused";
}

function sessionOver(cause?: unknown): ApiError {
  return new ApiError(
    { kind: "refused", status: 401, type: INVALID_GRANT, pointers: [], requestId: undefined },
    "the session has ended: its tokens cannot be renewed",
    { cause },
  );
}
