/** Why signing in failed, with a way to try again. Holds all texts of failed sign-ins. */
import { Link } from "wouter";
import { Button, ButtonLink } from "../../../ui/button";
import { explain, requestIdOf } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH, CONTACT_PATH } from "../../../ui/paths";
import type { TokenFault, SignInFailure } from "../sign-in-failure";
import styles from "./notice.module.css";

interface Props {
  readonly failure: SignInFailure;
  readonly onAgain: () => void;
  /** For an account that is not an employee: signs out at the pool first. */
  readonly onOtherAccount: () => void;
  readonly busy: boolean;
}

export function SignInFailureNotice({ failure, onAgain, onOtherAccount, busy }: Props) {
  const { title, text } = wording(failure);
  const requestId = failure.kind === "request" ? requestIdOf(failure.error.failure) : undefined;
  return (
    <section role="alert" className={styles.notice}>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.text}>{text}</p>
      {requestId !== undefined && (
        <p className={styles.reference}>
          If it keeps happening, <Link href={CONTACT_PATH}>contact us</Link> and quote{" "}
          <code>{requestId}</code>.
        </p>
      )}
      <div className={styles.actions}>
        {failure.kind === "not-an-employee" ? (
          <Button onClick={onOtherAccount} busy={busy}>
            Use another account
          </Button>
        ) : (
          <Button onClick={onAgain} busy={busy}>
            Sign in again
          </Button>
        )}
        <ButtonLink href={CATALOGUE_PATH} variant="secondary">
          Go to the shop
        </ButtonLink>
      </div>
    </section>
  );
}

function wording(failure: SignInFailure): { title: string; text: string } {
  switch (failure.kind) {
    case "cancelled":
      return {
        title: "You cancelled signing in",
        text: "You can sign in again at any time.",
      };
    case "rejected":
      return {
        title: "Sign-in isn’t working",
        text: "The shop’s sign-in settings are wrong. Contact your administrator.",
      };
    case "used":
      return {
        title: "This sign-in link was already used",
        text: "It works once. A reload or the browser’s back button may have opened it again.",
      };
    case "timed-out":
      return {
        title: "This sign-in took too long",
        text: "The sign-in page was open for more than an hour. Sign in again.",
      };
    case "unknown-state":
      return {
        title: "This sign-in wasn’t started in this browser",
        text: "It belongs to another tab, another browser or another person. Sign in again.",
      };
    case "incomplete":
      return {
        title: "Nothing to sign in to",
        text: "This page finishes a sign-in, and none is in progress. Start again.",
      };
    case "expired-code":
      return {
        title: "This sign-in link has expired",
        text: "It works once and for a few minutes. Sign in again.",
      };
    case "token":
      return { title: "We couldn’t verify your identity", text: tokenFaultText(failure.fault) };
    case "not-an-employee":
      return {
        title: "This account doesn’t have staff access",
        text: "You’re signed in, but this account doesn’t have staff access. Ask an administrator to add it.",
      };
    case "insecure":
      return {
        title: "This address isn’t secure",
        text: "Signing in requires an encrypted connection. Open the shop at its https address.",
      };
    case "request": {
      const { title, text } = explain(failure.error.failure);
      return { title, text: `${text} You’re not signed in.` };
    }
  }
}

/** The failed check is logged; the page only mentions a wrong clock, which the employee can fix. */
const tokenFaultText = (fault: TokenFault): string =>
  fault === "time"
    ? "The sign-in has expired or isn’t valid yet. Check that this device’s clock is correct."
    : "The sign-in page’s answer failed a security check. If this happens again, contact your administrator.";
