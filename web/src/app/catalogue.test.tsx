/** The catalogue as visitors use it: the whole app with a mocked network. */
import { screen } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import type { ApiError } from "../api/failure";
import { API, aProduct, network, problem, catalogue } from "../test/network";
import { visit } from "../test/visit";

const once = { once: true };

const card = (name: string) => screen.getByRole("link", { name }).closest("article");

test("all products are shown with price and stock", async () => {
  network.use(
    ...catalogue([
      aProduct("half-moon", { name: "Half Moon", price: { amount: 360, currency: "EUR" } }),
      aProduct("linzer", { name: "Linzer", stock: 3 }),
      aProduct("waffle", { name: "Waffle", stock: 0 }),
    ]),
  );
  visit("/");

  await screen.findAllByRole("article");
  const [moon, linzer, waffle] = ["Half Moon", "Linzer", "Waffle"].map(card);
  expect(screen.getByRole("link", { name: "Half Moon" })).toHaveAttribute("href", "/products/half-moon");
  expect(moon).toHaveTextContent("€3.60");
  expect(moon).toHaveTextContent("In stock");
  expect(linzer).toHaveTextContent("Only 3 left");
  expect(waffle).toHaveTextContent("Sold out");
});

test("while the products load, the page says so", async () => {
  network.use(http.get(`${API}/products`, () => delay("infinite")));
  visit("/");
  expect(await screen.findByRole("status")).toHaveTextContent("Loading cookies…");
});

test("an empty catalogue is not an error", async () => {
  network.use(...catalogue([]));
  visit("/");
  expect(await screen.findByRole("heading", { name: "No cookies for sale right now" })).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("the next page is appended, and its first product gets the focus", async () => {
  network.use(
    ...catalogue(
      ["a", "b", "c"].map((id) => aProduct(id)),
      2,
    ),
  );
  const user = visit("/");

  await user.click(await screen.findByRole("button", { name: "Show more cookies" }));

  const third = await screen.findByRole("link", { name: "Cookie c" });
  expect(third).toHaveFocus();
  expect(screen.getAllByRole("article")).toHaveLength(3);
  expect(screen.getByRole("status")).toHaveTextContent("3 cookies shown");
  expect(screen.queryByRole("button", { name: "Show more cookies" })).not.toBeInTheDocument();
});

test("if the next page fails to load, the first stays and loading can be retried", async () => {
  network.use(
    ...catalogue(
      ["a", "b", "c"].map((id) => aProduct(id)),
      2,
    ),
  );
  const user = visit("/");
  const more = await screen.findByRole("button", { name: "Show more cookies" });

  network.use(http.get(`${API}/products`, () => problem(400), once));
  await user.click(more);

  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");
  expect(screen.getAllByRole("article")).toHaveLength(2);

  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Cookie c" })).toHaveFocus();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("a server error shows the request's ID and can be retried", async () => {
  network.use(http.get(`${API}/products`, () => problem(500, "req-42")));
  const user = visit("/");

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Something went wrong on our end");
  expect(alert).toHaveTextContent("req-42");

  network.use(...catalogue([aProduct("half-moon")]));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Cookie half-moon" })).toBeVisible();
  expect(screen.getByRole("main")).toHaveFocus();
});

test("the log contains details that the page does not show", async () => {
  network.use(http.get(`${API}/products`, () => HttpResponse.json({ items: 7 })));
  const report = vi.fn<(error: ApiError) => void>();
  visit("/", report);
  await screen.findByRole("alert");
  expect(report.mock.calls[0]?.[0].message).toContain(
    "/products?limit=12: the response does not match the contract",
  );
  expect(screen.getByRole("alert")).not.toHaveTextContent("contract");
});

test("a single server error is retried without a message", async () => {
  network.use(
    http.get(`${API}/products`, () => problem(503), once),
    ...catalogue([aProduct("half-moon")]),
  );
  visit("/");
  expect(await screen.findByRole("link", { name: "Cookie half-moon" })).toBeVisible();
});

test.each([
  ["no response", () => HttpResponse.error(), "We can’t reach the shop"],
  ["an invalid response", () => HttpResponse.json({ products: [] }), "This page may be out of date"],
  ["too many requests", () => problem(429), "We’re very busy right now"],
])("%s has its own message", async (_, answer, title) => {
  network.use(http.get(`${API}/products`, answer));
  visit("/");
  expect(await screen.findByRole("heading", { name: title })).toBeVisible();
});

test("offline, the page says so and loads when the network is back", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  network.use(http.get(`${API}/products`, () => HttpResponse.error()));
  visit("/");
  window.dispatchEvent(new Event("offline"));
  expect(await screen.findByRole("heading", { name: "You’re offline" })).toBeVisible();

  online.mockReturnValue(true);
  network.use(...catalogue([aProduct("half-moon")]));
  window.dispatchEvent(new Event("online"));
  expect(await screen.findByRole("link", { name: "Cookie half-moon" })).toBeVisible();
});
