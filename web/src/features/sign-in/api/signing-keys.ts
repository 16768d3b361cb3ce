/**
 * The pool's public signing keys. Fetched for each sign-in and renewal and never cached, so a rotated key is
 * never missed.
 */
import * as v from "valibot";
import { fetchJson } from "../../../api/fetch-json";
import { ApiError } from "../../../api/failure";

const Keys = v.object({ keys: v.array(v.looseObject({ kty: v.string() })) });
export type Keys = v.InferOutput<typeof Keys>;

export async function signingKeys(authority: string): Promise<Keys> {
  const url = `${authority}/.well-known/jwks.json`;
  const { response, body } = await fetchJson(url);
  const keys = v.safeParse(Keys, body);
  if (response.ok && keys.success) return keys.output;
  throw response.ok
    ? new ApiError({ kind: "unreadable", requestId: undefined }, `${url}: the response is not a key set`)
    : new ApiError(
        {
          kind: "refused",
          status: response.status,
          type: undefined,
          pointers: [],
          requestId: undefined,
        },
        `${url} responded with ${String(response.status)}`,
      );
}
