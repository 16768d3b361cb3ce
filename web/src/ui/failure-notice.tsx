/**
 * Says what went wrong and offers to try again. All the words that a failed request has for a customer are here.
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
  /** `page`: nothing else is on the page. `inline`: what was there before still stands. */
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
      {requestId !== undefined && (
        <p className={styles.reference}>
          If it keeps happening, <Link href={CONTACT_PATH}>contact us</Link> and quote{" "}
          <code>{requestId}</code>.
        </p>
      )}
      <Button onClick={retry} busy={retrying}>
        Try again
      </Button>
    </section>
  );
}

/** The same words for a page that puts them differently. */
export function explain(failure: Failure): { title: string; text: string } {
  switch (failure.kind) {
    case "offline":
      return {
        title: "You are offline",
        text: "Your device has no connection right now. Try again once it is back.",
      };
    case "unreachable":
      return {
        title: "We cannot reach the bakery",
        text: "Your connection seems fine, but the shop does not answer. Give it a minute.",
      };
    case "timeout":
      return {
        title: "This is taking too long",
        text: "The shop did not answer in time. Your connection may be slow, or ours is.",
      };
    case "refused":
      return failure.status === 429
        ? { title: "We’re very busy right now", text: "Try again in a moment." }
        : { title: "Something broke on our side", text: "It’s not your fault. Try again in a moment." };
    case "unreadable":
      return { title: "This page may be out of date", text: "Reload it to get the latest version." };
    case "config":
      return { title: "The shop isn’t available right now", text: "We’re working on it. Try again later." };
  }
}

export function requestIdOf(failure: Failure): string | undefined {
  return "requestId" in failure ? failure.requestId : undefined;
}
