/**
 * Everything that can keep an employee from being signed in, as one closed list.
 *
 * `SignInError.message` is for the console; what an employee reads is written in `components/sign-in-failure-notice.tsx`.
 */
import type { ApiError } from "../../api/failure";
import type { ReturnPath } from "./return-path";

export type SignInFailure =
  /** The employee turned back on the pool's page. */
  | { readonly kind: "cancelled" }
  /** The pool said no without asking the employee: client, scope or address are not what it expects. */
  | { readonly kind: "rejected" }
  /** The address was opened before, or the browser's way back led to it. */
  | { readonly kind: "used" }
  /** The pool's page was left open for too long. */
  | { readonly kind: "timed-out" }
  /** This tab never began it: somebody else's link, another tab's, or a browser that keeps nothing. */
  | { readonly kind: "unknown-state" }
  /** The callback's address without what a sign-in brings back. */
  | { readonly kind: "incomplete" }
  /** The pool does not take the code: too old, or taken already. */
  | { readonly kind: "expired-code" }
  /** The ID token is not what it has to be; nothing of it is believed. */
  | { readonly kind: "token"; readonly fault: TokenFault }
  /** Signed in, but not as one of the employees. */
  | { readonly kind: "not-an-employee" }
  /** The page is served without encryption, and the browser keeps its cryptography from it. */
  | { readonly kind: "insecure" }
  /** The API or the pool did not answer, or not with what it should. */
  | { readonly kind: "request"; readonly error: ApiError };

/** `time`: expired, or not yet valid. `form`: no token at all, or one without what it must have. */
export type TokenFault = "signature" | "issuer" | "audience" | "nonce" | "use" | "subject" | "time" | "form";

export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly failure: SignInFailure;
  /** The page that the employee wanted, where it is known. */
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
