/**
 * Catches what no page expects, such as a chunk that a newer deployment has replaced or that could not be
 * loaded offline. Pages show failed requests themselves.
 */
import { Component, useEffect, type ReactNode } from "react";
import { reload } from "../browser/leave";
import { Button } from "../ui/button";
import { explain } from "../ui/failure-notice";
import { t } from "./messages";
import { PageHeading } from "../ui/page-heading";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: "offline" | "somehow" | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: undefined };

  // React logs the error itself.
  static getDerivedStateFromError(): State {
    return { broken: navigator.onLine ? "somehow" : "offline" };
  }

  override render() {
    switch (this.state.broken) {
      case undefined:
        return this.props.children;
      case "offline":
        return <Waiting />;
      case "somehow":
        return <WentWrong />;
    }
  }
}

function WentWrong() {
  return (
    <section role="alert" className="message">
      <PageHeading title={t("somethingWentWrong")}>{t("somethingWentWrong")}</PageHeading>
      <p>{t("tryReloading")}</p>
      <p>
        <Button onClick={reload}>{t("reload")}</Button>
      </p>
    </section>
  );
}

/** Without a button: reloading while offline would leave the app for the browser's own error page. */
function Waiting() {
  const { title } = explain({ kind: "offline" });
  useEffect(() => {
    window.addEventListener("online", reload);
    return () => {
      window.removeEventListener("online", reload);
    };
  }, []);
  return (
    <section role="alert" className="message">
      <PageHeading title={title}>{title}</PageHeading>
      <p>{t("waitingForNetwork")}</p>
    </section>
  );
}
