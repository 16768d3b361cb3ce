/** The inventory as employees use it: the whole app with a mocked network and a signed-in employee. */
import { fireEvent, screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetConfig } from "../api/config";
import { setAuthState } from "../api/session";
import { API, config, network, problem } from "../test/network";
import { signIn } from "../test/orders";
import { visit } from "../test/visit";

const OAT = {
  id: "oat",
  name: "Oat & Raisin",
  price: { amount: 350, currency: "EUR" },
  imageKey: "oat.svg",
  updatedAt: "2026-11-22T10:00:00Z",
};

interface Sent {
  readonly key: string | null;
  readonly body: unknown;
}

/** The stock, and the adjustments that were sent. */
let shop: { stock: number; readonly sent: Sent[] };

beforeAll(async () => {
  await import("./routes/employees");
  await import("../features/inventory/routes/inventory");
});
beforeEach(() => {
  shop = { stock: 12, sent: [] };
  signIn();
  network.use(
    config({ apiUrl: API, timeZone: "UTC" }),
    http.get(`${API}/inventory`, () =>
      HttpResponse.json({ items: [{ ...OAT, stock: shop.stock, onSale: false }] }),
    ),
    http.get(`${API}/products/oat`, () =>
      HttpResponse.json({ ...OAT, description: "Crisp.", stock: shop.stock }),
    ),
    http.get(`${API}/products/oat/history`, () =>
      HttpResponse.json({
        items: [
          {
            at: "2026-11-22T10:00:00Z",
            by: { sub: "5e1b7c1e-0000" },
            event: { type: "STOCK_ADJUSTED", change: -3, reason: "WASTE", note: "Broken." },
          },
        ],
      }),
    ),
    http.post(`${API}/products/oat/stock`, async ({ request }) => {
      const body = (await request.json()) as { change: number };
      shop.sent.push({ key: request.headers.get("idempotency-key"), body });
      if (shop.stock + body.change < 0) return conflict();
      shop.stock += body.change;
      return HttpResponse.json({ ...OAT, stock: shop.stock, onSale: true });
    }),
  );
});
afterEach(() => {
  forgetConfig();
  setAuthState({ kind: "signed-out" });
});

const conflict = () =>
  HttpResponse.json(
    { type: "/problems/stock-conflict", title: "", status: 409, detail: "", requestId: "r" },
    { status: 409 },
  );

async function adjust(label: string, pieces: string) {
  fireEvent.change(await screen.findByLabelText(label), { target: { value: pieces } });
  fireEvent.click(screen.getByRole("button", { name: "Adjust stock" }));
}

test("the products are listed with their stock", async () => {
  visit("/dashboard/products");
  expect(await screen.findByRole("link", { name: "Oat & Raisin" })).toHaveAttribute(
    "href",
    "/dashboard/products/oat",
  );
  expect(screen.getByText("Not on sale")).toBeInTheDocument();
});

test("a delivery is added to the stock", async () => {
  visit("/dashboard/products/oat");
  await adjust("Pieces delivered", "24");
  expect(await screen.findByText("36 in stock")).toBeInTheDocument();
  expect(shop.sent).toEqual([
    { key: expect.any(String) as string, body: { change: 24, reason: "DELIVERY" } },
  ]);
});

test("the history shows who changed what", async () => {
  visit("/dashboard/products/oat");
  expect(await screen.findByText("−3")).toBeInTheDocument();
  expect(screen.getByText("Broken.")).toBeInTheDocument();
  expect(screen.getByText("Employee 5e1b7c1e")).toBeInTheDocument();
});

test("an invalid number is not sent", async () => {
  visit("/dashboard/products/oat");
  await adjust("Pieces delivered", "0");
  expect(await screen.findByRole("alert")).toHaveTextContent("Enter a whole number");
  expect(shop.sent).toEqual([]);
});

test("a stock that is too low is explained", async () => {
  visit("/dashboard/products/oat");
  fireEvent.change(await screen.findByLabelText("Reason"), { target: { value: "WASTE" } });
  await adjust("Pieces thrown away", "13");
  expect(await screen.findByRole("alert")).toHaveTextContent("too low");
});

test("another attempt with the same adjustment has the same key", async () => {
  let attempts = 0;
  network.use(
    http.post(`${API}/products/oat/stock`, ({ request }) => {
      shop.sent.push({ key: request.headers.get("idempotency-key"), body: undefined });
      attempts += 1;
      return attempts === 1 ? problem(400) : HttpResponse.json({ ...OAT, stock: 13, onSale: true });
    }),
  );
  visit("/dashboard/products/oat");
  await adjust("Pieces delivered", "1");
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByText(/now has 13 in stock/);
  expect(shop.sent).toHaveLength(2);
  expect(shop.sent[0]?.key).toBe(shop.sent[1]?.key);
});

test("an unknown product is not found", async () => {
  network.use(http.get(`${API}/products/none`, () => problem(404)));
  visit("/dashboard/products/none");
  expect(await screen.findByRole("heading", { name: "Product not found" })).toBeInTheDocument();
});
