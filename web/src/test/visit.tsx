/** Renders the whole app at a path. */
import { render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ApiError } from "../api/failure";
import { App } from "../app/app";
import { createQueryClient } from "../app/query-client";

export function visit(path: string, report: (error: ApiError) => void = () => undefined): UserEvent {
  window.history.replaceState(null, "", path);
  document.title = "";
  const queryClient = createQueryClient(report);
  const { queries, ...others } = queryClient.getDefaultOptions();
  // Keeps the number of retries, without delays.
  queryClient.setDefaultOptions({ ...others, queries: { ...queries, retryDelay: 0 } });
  render(<App queryClient={queryClient} />);
  return userEvent.setup();
}
