/** The page for unknown paths. */
import { Link } from "wouter";
import { t } from "./messages";
import { PageHeading } from "../ui/page-heading";
import { CATALOGUE_PATH } from "../ui/paths";

export default function NotFoundPage() {
  return (
    <section className="message">
      <PageHeading title={t("pageNotFound")}>{t("pageNotFoundHeading")}</PageHeading>
      <p>{t("pageMissing")}</p>
      <p>
        <Link href={CATALOGUE_PATH}>{t("browseCookies")}</Link>
      </p>
    </section>
  );
}
