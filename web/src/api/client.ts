/**
 * Sends a request to the API and returns the parsed response, or throws an `ApiError`.
 *
 * Does not retry or cache: the query client does both.
 */
import * as v from "valibot";
import { config } from "./config";
import { ApiError } from "./failure";
import { fetchJson, type Request } from "./fetch-json";
import { readProblem } from "./problem";

export function get<S extends v.GenericSchema>(
  path: string,
  schema: S,
  cancel: AbortSignal,
): Promise<v.InferOutput<S>> {
  return sendRequest(path, schema, { cancel, early: path });
}

/** `body` is sent unchanged, so a retry sends the same bytes. */
export function post<S extends v.GenericSchema>(
  path: string,
  schema: S,
  { body, headers }: { readonly body: string; readonly headers: Record<string, string> },
): Promise<v.InferOutput<S>> {
  return sendRequest(path, schema, {
    method: "POST",
    body,
    headers: { ...headers, "content-type": "application/json" },
  });
}

/** The request behind `get`, `post` and the employee client. */
export async function sendRequest<S extends v.GenericSchema>(
  path: string,
  schema: S,
  request: Request,
): Promise<v.InferOutput<S>> {
  const { apiUrl } = await config();
  const { response, body } = await fetchJson(apiUrl + path, request);

  if (!response.ok) {
    const { type, title, detail, requestId, errors } = readProblem(body);
    throw new ApiError(
      {
        kind: "refused",
        status: response.status,
        type,
        pointers: errors.map(({ pointer }) => pointer),
        requestId: requestId ?? requestIdOf(response),
        problem: body,
      },
      `${path} responded with ${String(response.status)}: ${detail ?? title ?? "no problem document"}`,
    );
  }

  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    throw new ApiError(
      { kind: "unreadable", requestId: requestIdOf(response) },
      `${path}: the response does not match the contract: ${v.summarize(parsed.issues)}`,
    );
  }
  return parsed.output;
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get("x-amzn-requestid") ?? undefined;
}
