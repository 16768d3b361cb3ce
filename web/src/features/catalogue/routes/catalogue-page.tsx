/** `/`: all products. */
import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "../../../ui/button";
import { FailureNotice } from "../../../ui/failure-notice";
import { products } from "../../../api/products/list-products";
import { CatalogueSkeleton } from "../components/catalogue-skeleton";
import { Hero } from "../components/hero";
import { ProductGrid } from "../components/product-grid";
import { t } from "../messages";
import styles from "./catalogue-page.module.css";

export function CataloguePage() {
  return (
    <>
      <Hero />
      <ProductList />
    </>
  );
}

function ProductList() {
  const query = useInfiniteQuery(products());
  const [focusAt, setFocusAt] = useState<number>();

  if (query.isPending) return <CatalogueSkeleton />;

  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return <FailureNotice error={query.error} retry={retry} retrying={query.isFetching} place="page" />;
  }

  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NoProducts />;

  const more = () => {
    setFocusAt(items.length);
    void query.fetchNextPage();
  };
  return (
    <>
      <ProductGrid products={items} eager={4} heading="h2" focusAt={focusAt} />
      <p role="status" className="visually-hidden">
        {query.isFetchingNextPage ? t("loadingMore") : t("shown", { count: items.length })}
      </p>
      {query.isRefetchError && (
        <FailureNotice error={query.error} retry={retry} retrying={query.isFetching} place="inline" />
      )}
      {query.isFetchNextPageError ? (
        <FailureNotice error={query.error} retry={more} retrying={query.isFetchingNextPage} place="inline" />
      ) : (
        query.hasNextPage && (
          <p className={styles.more}>
            <Button onClick={more} busy={query.isFetchingNextPage}>
              {query.isFetchingNextPage ? t("loading") : t("showMore")}
            </Button>
          </p>
        )
      )}
    </>
  );
}

function NoProducts() {
  return (
    <section className={styles.empty}>
      <h2>{t("noProducts")}</h2>
      <p>{t("noProductsText")}</p>
    </section>
  );
}
