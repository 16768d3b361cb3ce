/** GET /reports/{id}: new links to a report, for as long as it is stored. */
import { queryOptions } from "@tanstack/react-query";
import * as v from "valibot";
import { reads } from "../../../api/contract";
import { getAsEmployee } from "../../../api/employee-client";
import type { ReportLinks as WireReportLinks } from "../../../api/schema";
import { Timestamp } from "../../../api/timestamp";

export const ReportId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}$/), v.brand("ReportId"));
export type ReportId = v.InferOutput<typeof ReportId>;

export const ReportLinks = reads<WireReportLinks>()(
  v.object({
    id: ReportId,
    ordersUrl: v.pipe(v.string(), v.url()),
    productsUrl: v.pipe(v.string(), v.url()),
    linksExpireAt: Timestamp,
  }),
);
export type ReportLinks = v.InferOutput<typeof ReportLinks>;

/** Links are renewed this long before they expire, so that those on the page always work. */
const EARLIER_MS = 60_000;

export const reportLinks = (id: ReportId) =>
  queryOptions({
    queryKey: ["report-links", id],
    queryFn: ({ signal }) => getAsEmployee(`/reports/${id}`, ReportLinks, signal),
    staleTime: ({ state }) =>
      state.data === undefined
        ? 0
        : Math.max(0, Date.parse(state.data.linksExpireAt) - EARLIER_MS - state.dataUpdatedAt),
    refetchInterval: ({ state }) =>
      state.data === undefined
        ? false
        : Math.max(EARLIER_MS, Date.parse(state.data.linksExpireAt) - EARLIER_MS - Date.now()),
  });
