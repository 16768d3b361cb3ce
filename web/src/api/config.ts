/**
 * Where the API is: read from `/config.json` on the site's own origin, which is written from the stack's outputs
 * when the site is deployed. The bundle itself knows no address, so one build serves every environment.
 */
import * as v from "valibot";
import { ApiError } from "./failure";
import { fetchJson } from "./fetch-json";

/** Without a trailing slash. Plain http is for a stack on this machine. */
export const Address = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/));

/** Loose: what signing in needs is there too, and read by `features/sign-in` when somebody signs in. */
const Config = v.looseObject({ apiUrl: Address });

export type Config = v.InferOutput<typeof Config>;

/** The settings, fetched once a visit; a failed attempt is not remembered, so that a retry can succeed. */
export function config(): Promise<Config> {
  pending ??= read().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

/** For tests: the next visit reads the settings again. */
export function forgetConfig(): void {
  pending = undefined;
}

let pending: Promise<Config> | undefined;

async function read(): Promise<Config> {
  const { response, body } = await fetchJson(new URL("/config.json", window.location.origin).href);
  if (!response.ok) throw brokenConfig(`it answered ${String(response.status)}`);

  const parsed = v.safeParse(Config, body);
  if (!parsed.success) throw brokenConfig(v.summarize(parsed.issues));
  return parsed.output;
}

/** For a page that finds less in the settings than it needs. */
export function brokenConfig(why: string): ApiError {
  return new ApiError(
    { kind: "config" },
    `\`/config.json\` cannot be used: ${why}; deploy the site to have it written`,
  );
}
