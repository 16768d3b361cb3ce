/**
 * Sends requests to the API as the signed-in employee. The only module that sends an access token;
 * `client.ts` never sends one.
 */
import type * as v from "valibot";
import { sendRequest } from "./client";
import { ApiError } from "./failure";
import type { Request } from "./fetch-json";
import { readAuthState } from "./session";

export function getAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  cancel: AbortSignal,
): Promise<v.InferOutput<S>> {
  return sendAsEmployee(path, schema, { cancel });
}

export function postAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<v.InferOutput<S>> {
  return sendAsEmployee(path, schema, {
    method: "POST",
    body,
    headers: { ...headers, "content-type": "application/json" },
  });
}

/** Renews a rejected token once. If the renewed token is rejected too, the session ends. */
async function sendAsEmployee<S extends v.GenericSchema>(
  path: string,
  schema: S,
  request: Request,
): Promise<v.InferOutput<S>> {
  const authState = readAuthState();
  if (authState.kind !== "signed-in") throw notSignedIn(path);
  const { session } = authState;

  const send = (token: string) =>
    sendRequest(path, schema, {
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
    });
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
    `${path} was not requested: no employee is signed in`,
  );
}
