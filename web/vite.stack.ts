/**
 * Lets `npm run dev` show the code of this minute on the stack that `make dev` runs: pictures and API answers are
 * fetched from there, and everything else is Vite's.
 *
 * The API allows its own site's origin and no other, so its answers come through this server too, under `/api`;
 * the browser never talks to it directly. The employees' pool sends nobody back to here but to that site, so signing in
 * takes `VITE_TEST_MODE=true`. Nothing of this is part of a build.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";

export function proxyToStack(site: string): Plugin {
  return {
    name: "proxy-to-stack",
    apply: (_, { command, mode }) => command === "serve" && mode !== "test",
    configureServer({ middlewares, config }) {
      const forward =
        (to: (path: string) => Promise<string>) => (request: IncomingMessage, response: ServerResponse) => {
          answer(request, response, to).catch((error: unknown) => {
            config.logger.error(
              `the stack behind ${site} does not answer; start it with \`make dev\` (${String(error)})`,
            );
            response.writeHead(502).end();
          });
        };

      middlewares.use("/config.json", (_, response) => {
        response.setHeader("content-type", "application/json");
        response.end(
          JSON.stringify({
            apiUrl: `http://${String(config.server.host)}:${String(config.server.port)}/api`,
          }),
        );
      });
      middlewares.use(
        "/images",
        forward((path) => Promise.resolve(`${site}/images${path}`)),
      );
      middlewares.use(
        "/api",
        forward(async (path) => `${await apiUrl(site)}${path}`),
      );
    },
  };
}

/** Asked each time: the stack may have been started anew. */
async function apiUrl(site: string): Promise<string> {
  const settings: unknown = await (await fetch(`${site}/config.json`)).json();
  if (typeof settings === "object" && settings !== null && "apiUrl" in settings)
    return String(settings.apiUrl);
  throw new Error("its `/config.json` has no `apiUrl`");
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  to: (path: string) => Promise<string>,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const { method = "GET", headers, url = "/" } = request;

  const upstream = await fetch(await to(url), {
    method,
    headers: pick(headers, ["accept", "authorization", "content-type", "idempotency-key"]),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  response.statusCode = upstream.status;
  response.setHeader("content-type", upstream.headers.get("content-type") ?? "application/octet-stream");
  response.end(Buffer.from(await upstream.arrayBuffer()));
}

function pick(headers: IncomingMessage["headers"], names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
