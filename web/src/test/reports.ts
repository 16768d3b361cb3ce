/** Mocks the report routes: one report at a time, in the state that the test sets. */
import { http, HttpResponse, type HttpHandler } from "msw";
import type { ReportStatus, ReportStep } from "../api/schema";
import { API, problem } from "./network";

const STEPS = [
  "prepareOrdersData",
  "prepareOrdersHtml",
  "prepareProductsData",
  "prepareProductsHtml",
  "signLinks",
  "sendMail",
] as const;

/** The steps with the states given by letters: waiting, running, done, failed. */
export const steps = (letters: string): ReportStep[] =>
  STEPS.map((step, at) => ({ step, state: STATES[letters[at] ?? "w"] ?? "WAITING" }));

const STATES: Readonly<Record<string, ReportStep["state"]>> = {
  w: "WAITING",
  r: "RUNNING",
  d: "DONE",
  f: "FAILED",
};

export interface FakeReportApi {
  readonly handlers: HttpHandler[];
  /** The number of requests. */
  requestCount: number;
  /** The query strings of the requests. */
  readonly periods: string[];
  /** The started executions. */
  readonly started: string[];
  /** The status of the newest report. */
  status: ReportStatus;
}

export function fakeReportApi(): FakeReportApi {
  const reportApi: FakeReportApi = {
    requestCount: 0,
    periods: [],
    started: [],
    status: { status: "RUNNING", steps: steps("rwrwww") },
    handlers: [
      http.post(`${API}/create_report`, ({ request }) => {
        reportApi.requestCount += 1;
        reportApi.periods.push(new URL(request.url).search);
        const running = reportApi.status.status === "RUNNING" ? reportApi.started.at(-1) : undefined;
        const executionArn = running ?? execution(reportApi.requestCount);
        if (running === undefined) {
          reportApi.started.push(executionArn);
          reportApi.status = { status: "RUNNING", steps: steps("rwrwww") };
        }
        return HttpResponse.json({ executionArn }, { status: 202 });
      }),
      http.get(`${API}/create_report/status/:execution`, ({ params }) =>
        reportApi.started.includes(String(params.execution))
          ? HttpResponse.json(reportApi.status)
          : problem(404),
      ),
      http.get(`${API}/reports/:id`, ({ params }) =>
        params.id === "5e1b-0"
          ? HttpResponse.json({
              id: params.id,
              ordersUrl: "https://files.example/orders.html?X-Amz-Signature=1",
              productsUrl: "https://files.example/products.html?X-Amz-Signature=1",
              linksExpireAt: new Date(Date.now() + 1_800_000).toISOString().replace(/\.\d+/, ""),
            })
          : problem(404),
      ),
    ],
  };
  return reportApi;
}

const execution = (number: number) =>
  `arn:aws:states:eu-west-1:123456789012:execution:generate_report:${String(number)}`;
