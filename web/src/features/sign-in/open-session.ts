/**
 * Makes a session of the tokens that a sign-in has brought: they live in the closure below and nowhere else.
 *
 * No timer runs: a token is renewed when it is asked for and its time is nearly up, so a page that is only looked at
 * asks for nothing. However many requests ask at once, the pool is asked once.
 */
import { ApiError } from "../../api/failure";
import { setAuthState, readAuthState, type EndReason, type Session } from "../../api/session";
import { exchangeToken, INVALID_GRANT, type Tokens } from "./api/exchange-token";
import { isEmployee } from "./employee";
import { handOff, receiveHandoff } from "./handoff/handoff";
import { readIdToken, type Identity } from "./id-token";
import { settings, type Settings } from "./settings";
import { SignInError } from "./sign-in-failure";

/** The longest that a token is renewed before its end. */
const MARGIN_MS = 60_000;

/** The employee is signed in from now on, and still after a reload of the page. */
export function openSession(
  first: NewTokens,
  { subject, email }: Pick<Identity, "subject" | "email">,
  known: Settings,
): Session {
  let held: HeldTokens | undefined = withExpiry(first);
  let renewal: Promise<string> | undefined;

  const session: Session = {
    email,
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
  handOff(() => held && { ...held, subject, email });
  setAuthState({ kind: "signed-in", session });
  return session;

  async function renew(old: HeldTokens, reason: EndReason): Promise<string> {
    try {
      if (old.refreshToken === undefined) throw sessionOver();
      const tokens = await exchangeToken({ grantType: "refresh_token", refreshToken: old.refreshToken });
      const identity = await readIdToken(tokens.idToken, known, { subject });
      // Who is no employee any more signs in again, and is told there.
      if (!isEmployee(identity)) throw sessionOver();
      // Signed out meanwhile: what has just arrived is forgotten with the rest.
      if (held === undefined) throw sessionOver();
      held = withExpiry(tokens, old);
      return held.accessToken;
    } catch (error) {
      if (isTemporary(error)) {
        // Early enough that the old one still isUsable.
        if (reason === "expired" && Date.now() < old.expiresAt && held !== undefined) return old.accessToken;
        throw error;
      }
      session.end(error instanceof SignInError ? "refused" : reason);
      throw error instanceof ApiError ? error : sessionOver(error);
    }
  }
}

/**
 * Goes on with the session that the page before this one has handed over; `false` where there is none. Whoever asks
 * while somebody else does hears the same.
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

/** What of the pool's tokens a session lives on. */
type NewTokens = Pick<Tokens, "accessToken" | "refreshToken" | "expiresIn">;

interface HeldTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** By this device's own clock from now on: it need not agree with the pool's. A token that is not renewed goes on. */
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

/** Whether the answer may be another one later. The API's word that the token isUsable no more is final. */
function isTemporary(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.isTransient || error.failure.kind !== "refused";
}

function sessionOver(cause?: unknown): ApiError {
  return new ApiError(
    { kind: "refused", status: 401, type: INVALID_GRANT, pointers: [], requestId: undefined },
    "the session is over: its tokens cannot be renewed",
    { cause },
  );
}
