/**
 * The net under every page: for what no page expects, like a piece of the bundle that a newer deployment has
 * replaced, or that was asked for without a network. A failed request is no such thing; pages show those themselves.
 */
import { Component, useEffect, type ReactNode } from "react";
import { reload } from "../browser/leave";
import { Button } from "../ui/button";
import { explain } from "../ui/failure-notice";
import { PageHeading } from "../ui/page-heading";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: "offline" | "somehow" | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: undefined };

  // React itself writes the error to the console.
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
      <PageHeading title="Something went wrong">Something went wrong</PageHeading>
      <p>Try reloading the page.</p>
      <p>
        <Button onClick={reload}>Reload the page</Button>
      </p>
    </section>
  );
}

/** Nothing to press: loading the page now would only lead to the browser's own words for the same. */
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
      <p>This page will load automatically when you&rsquo;re back online.</p>
    </section>
  );
}
