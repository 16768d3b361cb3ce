/**
 * Compares `pages.txt` with the router, and runs the code of the CDN function on it: pages return the app,
 * unknown paths the 404 document, and files are unchanged.
 */
import type { ReactElement } from "react";
import { expect, test } from "vitest";
import code from "../../../infra-gen/constructs/src/static_site/pages.js?raw";
import list from "../../pages.txt?raw";
import { STAFF_PATHS } from "../ui/paths";
import { PAGE_MODULES } from "../page-modules";
import { routes } from "./app";
import { staffRoutes } from "./routes/employees";

const PAGES = list.trimEnd().split("\n");

interface Event {
  readonly context: { readonly eventType: "viewer-request" | "viewer-response" };
  readonly request: { uri: string };
  readonly response?: { statusCode: number };
}

type Handler = (event: Event) => { readonly uri: string; readonly statusCode: number };

// eslint-disable-next-line @typescript-eslint/no-implied-eval -- CloudFront also receives the code as text
const makeHandler = new Function(
  `${code.replace("[/* the paths of the pages */]", JSON.stringify(PAGES))}; return handler;`,
) as () => Handler;
const handler = makeHandler();

const objectFor = (uri: string): string =>
  handler({ context: { eventType: "viewer-request" }, request: { uri } }).uri;

/** The final status if the bucket responds with `statusCode`. */
const statusFor = (uri: string, statusCode = 200): number =>
  handler({
    context: { eventType: "viewer-response" },
    request: { uri },
    response: { statusCode },
  }).statusCode;

test("pages.txt lists exactly the pages of the router", () => {
  const open = pathsOf(routes).filter((path) => path !== STAFF_PATHS);
  const staff = pathsOf(staffRoutes);
  expect([...open, ...staff].sort()).toEqual([...PAGES].sort());
});

test("the code of each page but the catalogue is preloaded", () => {
  const patterns = Object.keys(PAGE_MODULES).map((pattern) => new RegExp(pattern, "u"));
  const matches = (page: string) => patterns.filter((pattern) => pattern.test(page)).length;
  for (const page of PAGES) expect(matches(page.replaceAll(/:\w+/gu, "x")), page).toBe(page === "/" ? 0 : 1);
});

test("a page returns the app", () => {
  for (const page of PAGES) {
    const path = page.replaceAll(/:\w+/gu, "019ac3f0-5a3e:x");
    for (const written of [path, path.toUpperCase(), `${path}/`]) {
      expect(objectFor(written), written).toBe("/index.html");
      expect(statusFor(written), written).toBe(200);
    }
  }
  expect(objectFor("/products/x.y"), "a parameter may have a dot").toBe("/index.html");
});

test("an unknown path returns the 404 document with status 404", () => {
  const unknown = ["/nope", "/nope/", "/products", "/products//", "/cart/more", "/dashboard/nope", "//cart"];
  for (const path of unknown) {
    expect(objectFor(path), path).toBe("/404.html");
    expect(statusFor(path), path).toBe(404);
  }
  expect(statusFor("/404.html"), "the document itself").toBe(404);
  expect(statusFor("/nope", 304), "a document that the browser has already").toBe(304);
});

test("the path and status of a file are unchanged", () => {
  for (const path of ["/assets/none.js", "/images/none.svg", "/favicon.ico", "/robots.txt", "/index.html"]) {
    expect(objectFor(path), path).toBe(path);
    expect(statusFor(path), path).toBe(200);
    expect(statusFor(path, 403), path).toBe(403);
  }
});

const pathsOf = (elements: readonly ReactElement[]): (string | RegExp)[] =>
  elements.map(({ props }) => (props as { readonly path: string | RegExp }).path);
