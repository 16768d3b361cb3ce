/** The legal pages, and the links to them. */
import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test } from "vitest";
import { API, config, network, problem, catalogue } from "../test/network";
import { visit } from "../test/visit";

const COMPANY = {
  name: "Example Cookies Ltd",
  street: "1 Baker Lane",
  postalCode: "D02 XY45",
  city: "Dublin",
  country: "Ireland",
  director: "Alex Baker",
  register: "Companies Registration Office, Dublin",
  registerNumber: "123456",
  vatId: "IE1234567A",
  email: "hello@example.com",
  phone: "+353 1 555 0123",
};

const TERMS = { deliveryDays: 3, paymentDays: 14 };

// Settings are read once per visit, that is, once per file.
beforeEach(() => {
  network.use(config({ apiUrl: API, company: COMPANY, terms: TERMS }));
});

test("every page links to the legal pages", () => {
  network.use(...catalogue([]));
  visit("/");
  const footer = within(screen.getByRole("contentinfo"));
  const links = footer.getAllByRole("link").map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/contact", "/imprint", "/terms", "/privacy", "/dashboard"]);
});

test.each([
  ["/contact", "Contact", ["hello@example.com", "+353 1 555 0123", "1 Baker Lane"]],
  ["/imprint", "Imprint", ["Example Cookies Ltd", "Alex Baker", "123456", "IE1234567A", "hello@example.com"]],
  ["/terms", "Terms of sale", ["Example Cookies Ltd", "within 3 working days", "within 14 days"]],
  ["/privacy", "Privacy", ["Example Cookies Ltd is responsible"]],
])("%s shows the settings", async (path, title, texts) => {
  visit(path);
  expect(await screen.findByText(texts[0] ?? "", { exact: false })).toBeVisible();
  expect(screen.getByRole("heading", { level: 1, name: title })).toBeVisible();
  for (const text of texts) expect(screen.getByRole("main")).toHaveTextContent(text);
});

test("the contact page links to e-mail and phone", async () => {
  visit("/contact");
  expect(await screen.findByRole("link", { name: "hello@example.com" })).toHaveAttribute(
    "href",
    "mailto:hello@example.com",
  );
  expect(screen.getByRole("link", { name: "+353 1 555 0123" })).toHaveAttribute("href", "tel:+35315550123");
});

test("an error links to the contact page", async () => {
  network.use(...failing(), ...catalogue([]));
  visit("/products/half-moon");
  const notice = within(await screen.findByRole("alert"));
  expect(notice.getByRole("link", { name: "contact us" })).toHaveAttribute("href", "/contact");
  expect(notice.getByText("req-7")).toBeVisible();
});

const failing = () => [http.get(`${API}/products/:id`, () => problem(500, "req-7"))];
