/**
 * The sign-in settings in `/config.json`. Separate from `api/config.ts`, because the first load does not need
 * them.
 */
import * as v from "valibot";
import { Address, brokenConfig, config } from "../../api/config";

const Settings = v.object({
  /** Where the pool publishes its signing keys. */
  authority: Address,
  /** The issuer in the pool's tokens; with an emulator it differs from `authority`. */
  issuer: Address,
  clientId: v.pipe(v.string(), v.regex(/^[\w+]{1,128}$/)),
  /** Base URL of the pool's pages `/oauth2/authorize` and `/logout`. */
  signInUrl: Address,
});

export type Settings = v.InferOutput<typeof Settings>;

export async function settings(): Promise<Settings> {
  const parsed = v.safeParse(Settings, await config());
  if (!parsed.success) throw brokenConfig(v.summarize(parsed.issues));
  return parsed.output;
}
