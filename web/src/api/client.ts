/**
 * Asks the API and hands back what the contract promises, or throws an `ApiError`.
 *
 * Only reading is here; nothing retries (the query client does) and nothing is cached (likewise).
 */
import * as v from "valibot";
import { config } from "./config";
import { ApiError } from "./failure";
import { fetchJson } from "./fetch-json";
import { Problem } from "./problem";

export async function get<S extends v.GenericSchema>(
  path: string,
  schema: S,
  cancel: AbortSignal,
): Promise<v.InferOutput<S>> {
  const { apiUrl } = await config();
  const { response, body } = await fetchJson(apiUrl + path, cancel);

  if (!response.ok) {
    const problem = v.is(Problem, body) ? body : undefined;
    throw new ApiError(
      { kind: "refused", status: response.status, requestId: problem?.requestId ?? requestIdOf(response) },
      `${path} answered ${String(response.status)}: ${problem?.detail ?? problem?.title ?? "no problem document"}`,
    );
  }

  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    throw new ApiError(
      { kind: "unreadable", requestId: requestIdOf(response) },
      `${path} answered what the contract does not know: ${v.summarize(parsed.issues)}`,
    );
  }
  return parsed.output;
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get("x-amzn-requestid") ?? undefined;
}
