/**
 * Asks the API as the employee who is signed in. The one place that sends an access token, and only to the API:
 * what everyone may ask goes through `client.ts`, which knows of no token.
 */
import type * as v from "valibot";
import { ask } from "./client";
import { ApiError } from "./failure";
import type { Request } from "./fetch-json";
import { readAuthState } from "./session";

export function getAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  cancel: AbortSignal,
): Promise<v.InferOutput<S>> {
  return askAsEmployee(path, schema, { cancel });
}

export function postAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  body: string,
): Promise<v.InferOutput<S>> {
  return askAsEmployee(path, schema, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
}

/** A token that is turned down is renewed once; when that is no good either, the session is over. */
async function askAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  request: Request,
): Promise<v.InferOutput<S>> {
  const authState = readAuthState();
  if (authState.kind !== "signed-in") throw notSignedIn(path);
  const { session } = authState;

  const send = (token: string) =>
    ask(path, schema, { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
  const token = await session.accessToken();
  try {
    return await send(token);
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
  }
  const renewed = await session.accessToken(token);
  try {
    return await send(renewed);
  } catch (error) {
    if (isUnauthorized(error)) session.end("refused");
    throw error;
  }
}

const isUnauthorized = (error: unknown): boolean =>
  error instanceof ApiError && error.failure.kind === "refused" && error.failure.status === 401;

function notSignedIn(path: string): ApiError {
  return new ApiError(
    { kind: "refused", status: 401, type: undefined, pointers: [], requestId: undefined },
    `${path} was not asked: nobody is signed in`,
  );
}
