/**
 * The net under every page: for what no page expects, like a piece of the bundle that a newer deployment has
 * replaced. A failed request is no such thing; pages show those themselves.
 */
import { Component, type ReactNode } from "react";
import { Button } from "../ui/button";
import { PageHeading } from "../ui/page-heading";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false };

  // React itself writes the error to the console.
  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <section role="alert" className="message">
        <PageHeading title="Something broke">This page fell apart</PageHeading>
        <p>Part of it is missing or did not work. Loading it again usually helps.</p>
        <p>
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            Load the page again
          </Button>
        </p>
      </section>
    );
  }
}
