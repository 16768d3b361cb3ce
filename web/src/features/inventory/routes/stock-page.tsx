/** `/dashboard/products/:id`: the stock of a product, with the form that adjusts it and the history. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { Link } from "wouter";
import { product } from "../../../api/products/get-product";
import { ProductId } from "../../../api/products/product";
import { EmployeeFailure } from "../../../ui/employee-failure";
import { PageHeading } from "../../../ui/page-heading";
import { INVENTORY_PATH } from "../../../ui/paths";
import { History } from "../components/history";
import { StockForm } from "../components/stock-form";
import { t } from "../messages";
import styles from "./inventory.module.css";

export function StockPage({ id }: { readonly id: string }) {
  const parsed = v.safeParse(ProductId, id);
  return (
    <article className={styles.page}>
      <p>
        <Link href={INVENTORY_PATH}>{t("allProducts")}</Link>
      </p>
      {parsed.success ? <Known key={parsed.output} id={parsed.output} /> : <NotFound />}
    </article>
  );
}

function Known({ id }: { readonly id: ProductId }) {
  const query = useQuery(product(id, useQueryClient()));
  if (query.error?.isNotFound === true) return <NotFound />;
  return (
    <>
      {query.isPending && <p role="status">{t("loading")}</p>}
      {query.data !== undefined && (
        <>
          <header>
            <PageHeading title={query.data.name}>{query.data.name}</PageHeading>
            <p className={styles.stock}>{t("inStock", { count: query.data.stock })}</p>
          </header>
          <StockForm product={query.data} />
          <History id={id} />
        </>
      )}
      {query.error !== null && (
        <EmployeeFailure
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place={query.data === undefined ? "page" : "inline"}
        />
      )}
    </>
  );
}

function NotFound() {
  return (
    <section className="message">
      <PageHeading title={t("notFound")}>{t("notFound")}</PageHeading>
      <p>{t("notFoundText")}</p>
    </section>
  );
}
