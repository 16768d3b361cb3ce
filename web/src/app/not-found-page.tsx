/** The page for unknown paths. */
import { Link } from "wouter";
import { PageHeading } from "../ui/page-heading";
import { CATALOGUE_PATH } from "../ui/paths";

export default function NotFoundPage() {
  return (
    <section className="message">
      <PageHeading title="Page not found">Nothing here but crumbs</PageHeading>
      <p>This page doesn&rsquo;t exist.</p>
      <p>
        <Link href={CATALOGUE_PATH}>Browse our cookies</Link>
      </p>
    </section>
  );
}
