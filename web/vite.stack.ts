/**
 * Connects `npm run dev` to the stack of `make dev`: images and API responses come from the stack, everything
 * else from Vite.
 *
 * The API allows the site's origin only, so API requests are proxied under `/api`. The user pool redirects to
 * the site only, so signing in needs `VITE_TEST_MODE=true`. Not part of a build.
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
              `cannot reach the stack at ${site} (${String(error)}); hint: run \`make dev\``,
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

/** Read for each request, because the stack may have been restarted. */
async function apiUrl(site: string): Promise<string> {
  const settings: unknown = await (await fetch(`${site}/config.json`)).json();
  if (typeof settings === "object" && settings !== null && "apiUrl" in settings)
    return String(settings.apiUrl);
  throw new Error("`/config.json` has no `apiUrl`");
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
