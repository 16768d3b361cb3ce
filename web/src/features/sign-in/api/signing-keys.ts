/**
 * The public keys that the pool signs with, fetched for each token that is checked: that is once a sign-in and once
 * a renewal, so a key that was changed is never missed and none is kept.
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
    ? new ApiError({ kind: "unreadable", requestId: undefined }, `${url} answered with no set of keys`)
    : new ApiError(
        {
          kind: "refused",
          status: response.status,
          type: undefined,
          pointers: [],
          requestId: undefined,
        },
        `${url} answered ${String(response.status)}`,
      );
}
