/**
 * One HTTP exchange whose response should be JSON, with a named error for each way it can fail.
 *
 * Callers check status and content. A body that is not JSON is `undefined`.
 */
import { takeEarlyRequest } from "./early-requests";
import { ApiError } from "./failure";

const TIMEOUT_MS = 15_000;

export interface Answer {
  readonly response: Response;
  readonly body: unknown;
}

export interface Request extends Pick<RequestInit, "method" | "body"> {
  readonly headers?: Record<string, string>;
  readonly cancel?: AbortSignal;
  /** The path of an early request whose response may be used instead of a new one. */
  readonly early?: string;
}

export async function fetchJson(
  url: string,
  { cancel, early, headers, ...rest }: Request = {},
): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = cancel === undefined ? timeout : AbortSignal.any([cancel, timeout]);
  try {
    const response = await (earlyResponse(early, signal) ??
      fetch(url, {
        ...rest,
        signal,
        headers: { accept: "application/json, application/problem+json", ...headers },
      }));
    return { response, body: parse(await response.text()) };
  } catch (cause) {
    if (cancel?.aborted === true) throw cause;
    if (timeout.aborted) {
      throw new ApiError(
        { kind: "timeout" },
        `${url} did not respond within ${String(TIMEOUT_MS / 1000)} s`,
        {
          cause,
        },
      );
    }
    throw navigator.onLine
      ? new ApiError({ kind: "unreachable" }, `${url} cannot be reached`, { cause })
      : new ApiError({ kind: "offline" }, `${url} cannot be reached: the browser is offline`, { cause });
  }
}

function earlyResponse(path: string | undefined, signal: AbortSignal): Promise<Response> | undefined {
  const request = path === undefined ? undefined : takeEarlyRequest(path);
  signal.addEventListener("abort", () => request?.abort(signal.reason));
  return request?.response;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
