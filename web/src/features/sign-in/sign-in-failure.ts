/**
 * The ways in which a sign-in can fail.
 *
 * `SignInError.message` is for the console. The texts for employees are in
 * `components/sign-in-failure-notice.tsx`.
 */
import type { ApiError } from "../../api/failure";
import type { ReturnPath } from "./return-path";

export type SignInFailure =
  /** The employee cancelled on the pool's page. */
  | { readonly kind: "cancelled" }
  /** The pool rejected the request: client, scope or redirect URI are not as registered. */
  | { readonly kind: "rejected" }
  /** The callback URL was opened a second time. */
  | { readonly kind: "used" }
  /** The pool's page was open for too long. */
  | { readonly kind: "timed-out" }
  /** This tab did not start the sign-in: another tab or person did, or the browser stores nothing. */
  | { readonly kind: "unknown-state" }
  /** The callback URL lacks parameters. */
  | { readonly kind: "incomplete" }
  /** The code has expired or was used before. */
  | { readonly kind: "expired-code" }
  /** The ID token is invalid. */
  | { readonly kind: "token"; readonly fault: TokenFault }
  /** The account is not an employee. */
  | { readonly kind: "not-an-employee" }
  /** The page is not served over https, so the browser disables cryptography. */
  | { readonly kind: "insecure" }
  /** A request to the API or the pool failed. */
  | { readonly kind: "request"; readonly error: ApiError };

/** `time`: expired or not yet valid. `form`: not a token, or required claims are missing. */
export type TokenFault = "signature" | "issuer" | "audience" | "nonce" | "use" | "subject" | "time" | "form";

export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly failure: SignInFailure;
  /** The page to return to, if it is known. */
  readonly returnTo: ReturnPath | undefined;

  constructor(
    failure: SignInFailure,
    message: string,
    options: ErrorOptions & { returnTo?: ReturnPath } = {},
  ) {
    super(message, options);
    this.failure = failure;
    this.returnTo = options.returnTo;
  }
}
