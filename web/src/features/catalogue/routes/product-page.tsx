/** `/products/:id`: one product, or that it does not exist. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { Link } from "wouter";
import { t as ui } from "../../../ui/messages";
import { FailureNotice } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { product } from "../../../api/products/get-product";
import { ProductId } from "../../../api/products/product";
import { MoreProducts } from "../components/more-products";
import { ProductDetails } from "../components/product-details";
import { ProductSkeleton } from "../components/product-skeleton";
import { t } from "../messages";
import { CATALOGUE_PATH } from "../../../ui/paths";
import styles from "./product-page.module.css";

export default function ProductPage({ params }: { readonly params: { readonly id: string } }) {
  const id = v.safeParse(ProductId, params.id);
  return (
    <>
      <nav aria-label={ui("breadcrumb")} className={styles.back}>
        <Link href={CATALOGUE_PATH}>
          <span aria-hidden="true">← </span>
          {t("allCookies")}
        </Link>
      </nav>
      {/* An invalid ID needs no request. */}
      {id.success ? <Known key={id.output} id={id.output} /> : <Unknown />}
    </>
  );
}

function Known({ id }: { readonly id: ProductId }) {
  const query = useQuery(product(id, useQueryClient()));

  if (query.isPending) return <ProductSkeleton />;
  if (query.error?.isNotFound === true) return <Unknown />;

  const failure = query.error !== null && (
    <FailureNotice
      error={query.error}
      retry={() => void query.refetch()}
      retrying={query.isFetching}
      place={query.data === undefined ? "page" : "inline"}
    />
  );
  if (query.data === undefined) {
    return (
      <>
        <PageHeading title={t("notAvailable")} className="visually-hidden">
          {t("notAvailableHeading")}
        </PageHeading>
        {failure}
      </>
    );
  }
  return (
    <>
      <ProductDetails product={query.data} />
      {failure}
      <MoreProducts title={t("youMightLike")} after={id} />
    </>
  );
}

function Unknown() {
  return (
    <>
      <section className={styles.unknown}>
        <PageHeading title={t("notFound")}>{t("notFoundHeading")}</PageHeading>
        <p>{t("notFoundText")}</p>
      </section>
      <MoreProducts title={t("tryThese")} />
    </>
  );
}
