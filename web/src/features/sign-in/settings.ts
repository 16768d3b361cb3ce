/**
 * What signing in needs to know of the stack: read from `/config.json` like the address of the API, and apart from
 * it, because a customer's first load has no use for it.
 */
import * as v from "valibot";
import { Address, brokenConfig, config } from "../../api/config";

const Settings = v.object({
  /** Where the pool publishes the keys that it signs with. */
  authority: Address,
  /** What the pool calls itself in its tokens. On an emulator that is not where it is. */
  issuer: Address,
  clientId: v.pipe(v.string(), v.regex(/^[\w+]{1,128}$/)),
  /** Where the pool's own pages are: `/oauth2/authorize` and `/logout`. */
  signInUrl: Address,
});

export type Settings = v.InferOutput<typeof Settings>;

export async function settings(): Promise<Settings> {
  const parsed = v.safeParse(Settings, await config());
  if (!parsed.success) throw brokenConfig(v.summarize(parsed.issues));
  return parsed.output;
}
