/** Any address that no feature claims. */
import { Link } from "wouter";
import { PageHeading } from "../ui/page-heading";

export function NotFoundPage() {
  return (
    <section className="message">
      <PageHeading title="Page not found">Nothing here but crumbs</PageHeading>
      <p>There is no page under this address.</p>
      <p>
        <Link href="/">Go to the cookies</Link>
      </p>
    </section>
  );
}
