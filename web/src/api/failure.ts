/**
 * The ways in which a request to the shop's API can fail.
 *
 * `ApiError.message` is for the console. The texts for customers are in `ui/failure-notice.tsx`: no message
 * of a server or browser is shown on a page.
 */
export type Failure =
  /** The browser reports being offline. */
  | { readonly kind: "offline" }
  /** There is a network but no response: the server is down, or the browser blocked the response. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "timeout" }
  /** The server responded with an error status. */
  | {
      readonly kind: "refused";
      readonly status: number;
      /** The problem type, stable across versions: `/problems/not-found`. */
      readonly type: string | undefined;
      /** The invalid values of the request body, as JSON Pointers in fragment form. */
      readonly pointers: readonly string[];
      readonly requestId: string | undefined;
      /** The response body, for members that only some problem types have. */
      readonly problem?: unknown;
    }
  /** The response does not match the contract. */
  | { readonly kind: "unreadable"; readonly requestId: string | undefined }
  /** `/config.json` is missing or invalid. */
  | { readonly kind: "config" };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly failure: Failure;

  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }

  get isNotFound(): boolean {
    return this.failure.kind === "refused" && this.failure.status === 404;
  }

  /** Whether the same request may succeed a moment later. */
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
