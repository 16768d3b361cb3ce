/**
 * Makes a session of the tokens that a sign-in has brought: they live in the closure below and nowhere else.
 *
 * No timer runs: a token is renewed when it is asked for and its time is nearly up, so a page that is only looked at
 * asks for nothing. However many requests ask at once, the pool is asked once.
 */
import { ApiError } from "../../api/failure";
import { changeStanding, readStanding, type Ending, type Session } from "../../api/session";
import { exchangeToken, INVALID_GRANT, type Tokens } from "./api/exchange-token";
import { isEmployee } from "./employee";
import { handOver, takeOver } from "./handover/handover";
import { readIdToken, type Identity } from "./id-token";
import { settings, type Settings } from "./settings";
import { SignInError } from "./trouble";

/** The longest that a token is renewed before its end. */
const MARGIN_MS = 60_000;

/** The employee is signed in from now on, and still after a reload of the page. */
export function openSession(
  first: Fresh,
  { subject, email }: Pick<Identity, "subject" | "email">,
  known: Settings,
): Session {
  let held: Held | undefined = hold(first);
  let renewal: Promise<string> | undefined;

  const session: Session = {
    email,
    accessToken: async (refused) => {
      if (held === undefined) throw over();
      const serves = refused === undefined ? Date.now() < held.renewAt : held.accessToken !== refused;
      if (serves) return held.accessToken;
      renewal ??= renew(held, refused === undefined ? "expired" : "refused").finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    end: (why) => {
      held = undefined;
      const standing = readStanding();
      if (standing.kind === "in" && standing.session === session) changeStanding({ kind: "ended", why });
    },
  };
  handOver(() => held && { ...held, subject, email });
  changeStanding({ kind: "in", session });
  return session;

  async function renew(old: Held, why: Ending): Promise<string> {
    try {
      if (old.refreshToken === undefined) throw over();
      const tokens = await exchangeToken({ grantType: "refresh_token", refreshToken: old.refreshToken });
      const identity = await readIdToken(tokens.idToken, known, { subject });
      // Who is no employee any more signs in again, and is told there.
      if (!isEmployee(identity)) throw over();
      // Signed out meanwhile: what has just arrived is forgotten with the rest.
      if (held === undefined) throw over();
      held = hold(tokens, old);
      return held.accessToken;
    } catch (error) {
      if (mayPass(error)) {
        // Early enough that the old one still serves.
        if (why === "expired" && Date.now() < old.expiresAt && held !== undefined) return old.accessToken;
        throw error;
      }
      session.end(error instanceof SignInError ? "refused" : why);
      throw error instanceof ApiError ? error : over(error);
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
  if (readStanding().kind === "in") return true;
  const known = await settings();
  const parcel = await takeOver();
  if (parcel === undefined) return false;
  const { expiresAt, ...tokens } = parcel;
  openSession({ ...tokens, expiresIn: (expiresAt - Date.now()) / 1000 }, parcel, known);
  return true;
}

/** What of the pool's tokens a session lives on. */
type Fresh = Pick<Tokens, "accessToken" | "refreshToken" | "expiresIn">;

interface Held {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** By this device's own clock from now on: it need not agree with the pool's. A token that is not renewed goes on. */
function hold({ accessToken, refreshToken, expiresIn }: Fresh, before?: Held): Held {
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

/** Whether the answer may be another one later. The API's word that the token serves no more is final. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.isTransient || error.failure.kind !== "refused";
}

function over(cause?: unknown): ApiError {
  return new ApiError(
    { kind: "refused", status: 401, type: INVALID_GRANT, pointers: [], requestId: undefined },
    "the session is over: its tokens cannot be renewed",
    { cause },
  );
}
