/**
 * Everything that can go wrong between a page and the shop's API, as one closed list.
 *
 * `ApiError.message` is for the console; what a customer reads is written in `ui/failure-notice.tsx`, so
 * that no text of a server or of the browser reaches a page unread.
 */
export type Failure =
  /** The browser itself says that there is no network. */
  | { readonly kind: "offline" }
  /** There is a network, but no answer: the server is down, or the browser refused the answer. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "timeout" }
  /** The server answered, and its answer is an error. */
  | {
      readonly kind: "refused";
      readonly status: number;
      /** Which problem, in the API's own stable names: `/problems/not-found`. */
      readonly type: string | undefined;
      /** Which values of the request's body are wrong, where the API says so: JSON Pointers as fragments. */
      readonly pointers: readonly string[];
      readonly requestId: string | undefined;
      /** The whole answer, for what only some problems carry. */
      readonly problem?: unknown;
    }
  /** The server answered with something that is not what the contract says. */
  | { readonly kind: "unreadable"; readonly requestId: string | undefined }
  /** The site is not set up: `/config.json` is missing or broken. */
  | { readonly kind: "config" };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly failure: Failure;

  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }

  /** The server knows nothing under this address. */
  get isNotFound(): boolean {
    return this.failure.kind === "refused" && this.failure.status === 404;
  }

  /** Whether the same request may well succeed a moment later. */
  get isTransient(): boolean {
    switch (this.failure.kind) {
      case "unreachable":
      case "timeout":
        return true;
      case "refused":
        return this.failure.status >= 500 || this.failure.status === 429;
      case "offline":
      case "unreadable":
      case "config":
        return false;
    }
  }
}
