/** Why nobody is signed in, and the way to try once more. All the words that a failed sign-in has are here. */
import { Button, ButtonLink } from "../../../ui/button";
import { explain, requestIdOf } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { CATALOGUE_PATH } from "../../../ui/paths";
import type { TokenFault, Trouble } from "../trouble";
import styles from "./trouble-notice.module.css";

interface Props {
  readonly trouble: Trouble;
  readonly onAgain: () => void;
  /** For an account that is none of an employee's: the pool has to forget it first. */
  readonly onOtherAccount: () => void;
  readonly busy: boolean;
}

export function TroubleNotice({ trouble, onAgain, onOtherAccount, busy }: Props) {
  const { title, text } = wording(trouble);
  const requestId = trouble.kind === "failure" ? requestIdOf(trouble.error.failure) : undefined;
  return (
    <section role="alert" className={styles.notice}>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.text}>{text}</p>
      {requestId !== undefined && (
        <p className={styles.reference}>
          If you write to us about it, mention <code>{requestId}</code>.
        </p>
      )}
      <div className={styles.ways}>
        {trouble.kind === "not-an-employee" ? (
          <Button onClick={onOtherAccount} busy={busy}>
            Use another account
          </Button>
        ) : (
          <Button onClick={onAgain} busy={busy}>
            Sign in again
          </Button>
        )}
        <ButtonLink href={CATALOGUE_PATH} look="quiet">
          Go to the cookies
        </ButtonLink>
      </div>
    </section>
  );
}

function wording(trouble: Trouble): { title: string; text: string } {
  switch (trouble.kind) {
    case "cancelled":
      return {
        title: "You did not sign in",
        text: "You turned back on the sign-in page, so nobody is signed in here.",
      };
    case "turned-away":
      return {
        title: "The sign-in page turned us away",
        text: "It does not accept the way this shop asks, and nothing you typed would change that. Whoever runs the shop has to deploy it again.",
      };
    case "used":
      return {
        title: "This sign-in has been used",
        text: "Its address works once, and it was opened before: by a reload, perhaps, or the browser’s back button.",
      };
    case "overdue":
      return {
        title: "This sign-in took too long",
        text: "The sign-in page was left open for more than an hour. Nobody was signed in, to be on the safe side.",
      };
    case "not-begun":
      return {
        title: "This sign-in was not begun here",
        text: "It belongs to another tab or another person, or this browser does not remember beginning it. Nobody was signed in.",
      };
    case "empty":
      return {
        title: "There is no sign-in to finish",
        text: "This is where the sign-in page comes back to, and it has brought nothing along.",
      };
    case "stale-code":
      return {
        title: "This sign-in has run out",
        text: "What the sign-in page hands over works once and for a few minutes, and this one has been used or is too old.",
      };
    case "token":
      return { title: "We do not trust this sign-in", text: FAULTS[trouble.fault] };
    case "not-an-employee":
      return {
        title: "This account is not an employee’s",
        text: "You have signed in, but with an account that may not see what is behind the counter. If it should, ask whoever runs the shop to make it an employee’s.",
      };
    case "insecure":
      return {
        title: "This address is not secure",
        text: "Signing in works over an encrypted connection only. Open the shop by its https address.",
      };
    case "failure": {
      const { title, text } = explain(trouble.error.failure);
      return { title, text: `${text} Nobody is signed in.` };
    }
  }
}

const UNTRUSTED =
  "so nothing in it was believed and nobody was signed in. If this happens again, tell whoever runs the shop.";

const FAULTS: Record<TokenFault, string> = {
  signature: `The proof of who you are is not signed by the shop’s user pool, ${UNTRUSTED}`,
  issuer: `The proof of who you are was issued by somebody else than the shop’s user pool, ${UNTRUSTED}`,
  audience: `The proof of who you are was made for another site, ${UNTRUSTED}`,
  nonce: `The proof of who you are belongs to another sign-in, ${UNTRUSTED}`,
  use: `What came back is a token, but not one that says who you are, ${UNTRUSTED}`,
  subject: `The proof of who you are is somebody else’s, ${UNTRUSTED}`,
  form: `The proof of who you are cannot be read, ${UNTRUSTED}`,
  time: "The proof of who you are has expired, or is not valid yet, so nobody was signed in. Look whether the clock of this device is right.",
};
