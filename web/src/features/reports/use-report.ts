/** The employee's report: request one, or dismiss the current one. */
import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readAuthState } from "../../api/session";
import { report } from "./api/check-report";
import { createReport } from "./api/create-report";
import { forgetReport, storedReport, storeReport } from "./stored-report";

export function useReport() {
  const client = useQueryClient();
  const [employee] = useState(signedInEmail);
  const [execution, setExecution] = useState(() => storedReport(employee));

  const request = useMutation({
    mutationFn: createReport,
    // Also runs if the page was left meanwhile.
    onSuccess: (started) => {
      storeReport(employee, started);
      setExecution(started);
      // The same report may have been reported as unknown before.
      void client.invalidateQueries({ queryKey: report(started).queryKey });
    },
  });
  return {
    execution,
    request,
    dismiss: () => {
      forgetReport();
      setExecution(undefined);
      request.reset();
    },
  };
}

function signedInEmail(): string {
  const authState = readAuthState();
  return authState.kind === "signed-in" ? authState.session.email : "";
}
