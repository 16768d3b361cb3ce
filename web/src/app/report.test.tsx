/** Reports as employees use them. */
import { act, cleanup, screen, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setAuthState } from "../api/session";
import { API, network, problem } from "../test/network";
import { fakeStaffApi, signIn } from "../test/orders";
import { fakeReportApi, steps, type FakeReportApi } from "../test/reports";
import { visit } from "../test/visit";

// Loaded in advance, so that tests do not wait for the transformation of modules.
beforeAll(() => import("./routes/employees"));

let reportApi: FakeReportApi;
beforeEach(() => {
  reportApi = fakeReportApi();
  network.use(...reportApi.handlers, ...fakeStaffApi().handlers);
  signIn();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  setAuthState({ kind: "signed-out" });
});

const panel = () => screen.findByRole("region", { name: "Report" });
const button = async (name: string) => within(await panel()).findByRole("button", { name });
const title = async (name: string) => within(await panel()).findByRole("heading", { level: 2, name });
const states = async () =>
  within(await panel())
    .getAllByRole("listitem")
    .map((item) => item.textContent);

const SUCCEEDED = {
  status: "SUCCEEDED" as const,
  steps: steps("dddddd"),
  reportId: "5e1b-0",
  recipients: ["reports@example.com"],
  requester: "ann@example.com",
  linksExpireAt: "2026-11-22T10:30:00Z",
};

test("a report is polled step by step until it is sent", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  expect(await panel()).toHaveFocus();
  expect(await states()).toEqual([
    "Collecting orders, in progress",
    "Building the orders page, not started",
    "Collecting products, in progress",
    "Building the products page, not started",
    "Creating links, not started",
    "Sending the e-mail, not started",
  ]);

  reportApi.status = { status: "RUNNING", steps: steps("drddww") };
  expect(await screen.findByText("3 of 6 steps done")).toBeInTheDocument();

  reportApi.status = SUCCEEDED;
  await title("Your report is ready");
  expect(within(await panel()).getByRole("status")).toHaveTextContent(
    "Open the reportWe sent it to you at ann@example.com.Sent to the subscribers:reports@example.comThe direct links in the e-mail expire on 22 Nov 2026, 10:30:00 UTC.",
  );
});

test("a double click requests one report", async () => {
  network.use(
    http.post(`${API}/create_report`, async () => {
      reportApi.requestCount += 1;
      await delay("infinite");
    }),
  );
  const user = visit("/dashboard");
  await user.dblClick(await button("Generate report"));
  expect(await button("Requesting report…")).toHaveAttribute("aria-busy", "true");
  expect(reportApi.requestCount).toBe(1);
});

test("offline, no report is requested, not even later", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  network.use(http.post(`${API}/create_report`, () => HttpResponse.error(), { once: true }));
  const user = visit("/dashboard");
  const ask = await button("Generate report");
  window.dispatchEvent(new Event("offline"));
  await user.click(ask);
  expect(await within(await panel()).findByRole("heading", { name: "You’re offline" })).toBeVisible();

  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await user.click(await button("Try again"));
  await title("Your report is being generated");
  expect(reportApi.requestCount).toBe(1);
});

test("a second tab gets the report in progress", async () => {
  const first = visit("/dashboard");
  await first.click(await button("Generate report"));
  await title("Your report is being generated");
  cleanup();
  sessionStorage.clear();

  const second = visit("/dashboard");
  await second.click(await button("Generate report"));
  await title("Your report is being generated");
  expect(reportApi.requestCount).toBe(2);
  expect(reportApi.started).toHaveLength(1);
});

test("a report in progress is shown again after leaving the page", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  cleanup();

  visit("/dashboard");
  await title("Your report is being generated");
  expect(screen.queryByRole("button", { name: "Generate report" })).not.toBeInTheDocument();
  reportApi.status = SUCCEEDED;
  await title("Your report is ready");
  expect(reportApi.requestCount).toBe(1);
});

test("another employee does not see the report", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  cleanup();

  signIn("bob@example.com");
  visit("/dashboard");
  expect(await button("Generate report")).toBeVisible();
});

test.each([
  ["Busy", "prepareOrdersData", "It failed at “Collecting orders”. A service was too busy"],
  ["TimedOut", "prepareProductsHtml", "It failed at “Building the products page”. A step took too long"],
  ["Stopped", undefined, "Someone stopped the report."],
  ["Internal", "sendMail", "It failed at “Sending the e-mail”. Something went wrong on our end."],
] as const)("a report that fails with %s says why and if no e-mail was sent", async (code, step, text) => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  reportApi.status = {
    status: "FAILED",
    steps: steps("fwdwww"),
    error: { code, ...(step !== undefined && { step }), detail: "for the log" },
  };
  await title("The report failed");
  const status = within(await panel()).getByRole("status");
  expect(status).toHaveTextContent(text);
  // If the mail step failed, the e-mail may have been sent.
  if (step === "sendMail") expect(status).not.toHaveTextContent("No e-mail was sent");
  else expect(status).toHaveTextContent(/No e-mail was sent\.$/);
  expect(await states()).toContain("Collecting orders, failed");

  await user.click(await button("Generate another"));
  await title("Your report is being generated");
  expect(reportApi.started).toHaveLength(2);
});

test("a report without subscribers says so", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  reportApi.status = { ...SUCCEEDED, recipients: [] };
  await title("Your report is ready");
  expect(within(await panel()).getByRole("status")).toHaveTextContent("No one is subscribed");
});

test("a report can be dismissed", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  reportApi.status = SUCCEEDED;
  await title("Your report is ready");
  await user.click(await button("Dismiss"));
  expect(await button("Generate report")).toBeVisible();
  cleanup();
  visit("/dashboard");
  expect(await button("Generate report")).toBeVisible();
});

test("a report that no longer exists can be requested again", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  cleanup();
  reportApi.started.length = 0;

  const again = visit("/dashboard");
  await title("This report is no longer available");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  await again.click(await button("Generate another"));
  await title("Your report is being generated");
});

test("a failed request shows the reason and can be retried", async () => {
  network.use(http.post(`${API}/create_report`, () => problem(503), { once: true }));
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  expect(await within(await panel()).findByRole("alert")).toHaveTextContent(
    "Something went wrong on our end",
  );
  await user.click(await button("Try again"));
  await title("Your report is being generated");
});

test("without permission, the page says so", async () => {
  network.use(http.post(`${API}/create_report`, () => problem(403)));
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  expect(await within(await panel()).findByRole("alert")).toHaveTextContent("You don’t have access");
});

test("a decided report is not polled", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  reportApi.status = SUCCEEDED;
  await title("Your report is ready");

  const requested = vi.fn(() => problem(500));
  network.use(http.get(`${API}/create_report/status/:execution`, requested));
  vi.useFakeTimers();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(requested).not.toHaveBeenCalled();
});

test("a period is sent as dates", async () => {
  const user = visit("/dashboard");
  await user.selectOptions(await within(await panel()).findByLabelText("Period"), "Choose days…");
  const from = within(await panel()).getByLabelText("First day");
  await user.type(from, "2026-11-05");
  await user.type(within(await panel()).getByLabelText("Last day"), "2026-11-01");
  expect(from).toHaveAccessibleDescription("The start date is after the end date.");
  await user.click(await button("Generate report"));
  expect(reportApi.requestCount).toBe(0);

  await user.clear(from);
  await user.type(from, "2026-11-01");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  expect(reportApi.periods).toEqual(["?from=2026-11-01&to=2026-11-01"]);
});

test("without a period, all orders are included", async () => {
  const user = visit("/dashboard");
  await user.click(await button("Generate report"));
  await title("Your report is being generated");
  expect(reportApi.periods).toEqual([""]);
});

test("the report page has new links to both reports", async () => {
  visit("/reports/5e1b-0");
  expect(await screen.findByRole("link", { name: "Open the orders report" })).toHaveAttribute(
    "href",
    "https://files.example/orders.html?X-Amz-Signature=1",
  );
  expect(screen.getByRole("link", { name: "Open the products report" })).toHaveAttribute(
    "href",
    "https://files.example/products.html?X-Amz-Signature=1",
  );
  expect(screen.getByRole("heading", { level: 1, name: "Report" })).toBeVisible();
});

test.each(["/reports/gone", "/reports/no%20id"])("%s says that the report is not available", async (path) => {
  visit(path);
  expect(
    await screen.findByRole("heading", { level: 1, name: "This report is no longer available" }),
  ).toBeVisible();
  expect(screen.getByRole("link", { name: "Request a new report" })).toHaveAttribute("href", "/dashboard");
});

test("an error is not shown as a missing report", async () => {
  network.use(http.get(`${API}/reports/:id`, () => problem(500)));
  const user = visit("/reports/5e1b-0");
  expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on our end");
  network.use(...reportApi.handlers);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "Open the orders report" })).toBeVisible();
});
