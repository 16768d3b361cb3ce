/**
 * Shows why a request failed and offers to try again. Holds every text that customers read about a failed request.
 */
import { Link } from "wouter";
import type { ApiError, Failure } from "../api/failure";
import { Button } from "./button";
import { CONTACT_PATH } from "./paths";
import { useFocusHandover } from "./use-focus-handover";
import styles from "./failure-notice.module.css";

interface Props {
  readonly error: ApiError;
  readonly retry: () => void;
  readonly retrying: boolean;
  /** `page`: the notice is all that the page shows. `inline`: the page still shows what it showed before. */
  readonly place: "page" | "inline";
}

export function FailureNotice({ error, retry, retrying, place }: Props) {
  const notice = useFocusHandover<HTMLElement>();
  const { title, text } = explain(error.failure);
  const requestId = requestIdOf(error.failure);
  return (
    <section ref={notice} className={styles[place]} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <p>{text}</p>
      {error.failure.kind !== "offline" && (
        <p className={styles.reference}>
          If it keeps happening, <Link href={CONTACT_PATH}>contact us</Link>
          {requestId !== undefined && (
            <>
              {" "}
              and quote <code>{requestId}</code>
            </>
          )}
          .
        </p>
      )}
      {/* Beside other content, that content has the page's primary button. */}
      <Button onClick={retry} busy={retrying} variant={place === "page" ? "primary" : "secondary"}>
        Try again
      </Button>
    </section>
  );
}

/** The texts of a failure, for pages that lay them out differently. */
export function explain(failure: Failure): { title: string; text: string } {
  switch (failure.kind) {
    case "offline":
      return {
        title: "You’re offline",
        text: "Your device has no internet connection. Try again when you’re back online.",
      };
    case "unreachable":
      return {
        title: "We can’t reach the shop",
        text: "Your connection seems fine, but the shop isn’t responding. Try again in a minute.",
      };
    case "timeout":
      return {
        title: "This is taking too long",
        text: "The shop didn’t respond in time. Try again in a moment.",
      };
    case "refused":
      return failure.status === 429
        ? { title: "We’re very busy right now", text: "Try again in a moment." }
        : { title: "Something went wrong on our end", text: "It’s not your fault. Try again in a moment." };
    case "unreadable":
      return { title: "This page may be out of date", text: "Reload it to get the latest version." };
    case "config":
      return { title: "The shop isn’t available right now", text: "Try again later." };
  }
}

export function requestIdOf(failure: Failure): string | undefined {
  return "requestId" in failure ? failure.requestId : undefined;
}
