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
}

export async function fetchJson(url: string, { cancel, headers, ...rest }: Request = {}): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = cancel === undefined ? timeout : AbortSignal.any([cancel, timeout]);
  const isPlainGet = headers === undefined && Object.keys(rest).length === 0;
  try {
    const early = isPlainGet ? earlyResponse(url, signal) : undefined;
    const response = await (early ??
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

function earlyResponse(url: string, signal: AbortSignal): Promise<Response> | undefined {
  const early = takeEarlyRequest(url);
  signal.addEventListener("abort", () => early?.abort(signal.reason));
  return early?.response;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
