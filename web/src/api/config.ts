/**
 * The URL of the API, read from `/config.json` on the site's own origin. The deployment writes that file from
 * the stack's outputs; the bundle contains no URL, so one build serves every environment.
 */
import * as v from "valibot";
import { ApiError } from "./failure";
import { fetchJson } from "./fetch-json";
import { CONFIG_PATH } from "./paths";

/** Without a trailing slash. Plain http is for a local stack. */
export const Address = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/));

/** Loose: other modules read further keys, such as the sign-in settings. */
const Config = v.looseObject({ apiUrl: Address });

export type Config = v.InferOutput<typeof Config>;

/** The settings, fetched once per visit. A failure is not cached, so a retry can succeed. */
export function config(): Promise<Config> {
  pending ??= read().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

/** For tests: makes the next call fetch the settings again. */
export function forgetConfig(): void {
  pending = undefined;
}

let pending: Promise<Config> | undefined;

async function read(): Promise<Config> {
  const { response, body } = await fetchJson(window.location.origin + CONFIG_PATH, { early: CONFIG_PATH });
  if (!response.ok) throw brokenConfig(`it answered ${String(response.status)}`);

  const parsed = v.safeParse(Config, body);
  if (!parsed.success) throw brokenConfig(v.summarize(parsed.issues));
  return parsed.output;
}

/** The error for settings that lack a required key. */
export function brokenConfig(why: string): ApiError {
  return new ApiError(
    { kind: "config" },
    `\`/config.json\` is invalid: ${why}; hint: deploy the site, which writes the file`,
  );
}
