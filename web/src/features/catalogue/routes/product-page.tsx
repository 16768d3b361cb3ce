/** `/products/:id`: one product, or the news that there is no such thing. */
import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { Link } from "wouter";
import { FailureNotice } from "../../../ui/failure-notice";
import { formatMoney } from "../../../ui/money";
import { PageHeading } from "../../../ui/page-heading";
import { product } from "../api/get-product";
import { ProductId, type Product } from "../api/product";
import { ProductImage } from "../components/product-image";
import { Stock } from "../components/stock";
import { CATALOGUE_PATH } from "../paths";
import styles from "./product-page.module.css";

export default function ProductPage({ params }: { readonly params: { readonly id: string } }) {
  const id = v.safeParse(ProductId, params.id);
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Link href={CATALOGUE_PATH}>
          <span aria-hidden="true">← </span>All cookies
        </Link>
      </p>
      {/* What cannot be an identifier names no product; the server need not be asked. */}
      {id.success ? <Known key={id.output} id={id.output} /> : <Unknown />}
    </div>
  );
}

function Known({ id }: { readonly id: ProductId }) {
  const query = useQuery(product(id));
  if (query.data !== undefined) return <Details product={query.data} />;
  if (query.isPending) return <Loading />;
  if (query.error.isNotFound) return <Unknown />;
  return (
    <>
      <PageHeading title="Not available" className={styles.name}>
        This cookie is out of reach
      </PageHeading>
      <FailureNotice
        error={query.error}
        retry={() => void query.refetch()}
        retrying={query.isFetching}
        place="page"
      />
    </>
  );
}

function Details({ product }: { readonly product: Product }) {
  return (
    <article className={styles.product}>
      <ProductImage product={product} alt={`${product.name}, illustrated`} eager />
      <div className={styles.facts}>
        <PageHeading title={product.name} className={styles.name}>
          {product.name}
        </PageHeading>
        <p className={styles.price}>{formatMoney(product.price)}</p>
        <p>
          <Stock count={product.stock} />
        </p>
        <p className={styles.description}>{product.description}</p>
      </div>
    </article>
  );
}

function Loading() {
  return (
    <div role="status" className={styles.product}>
      <p className="visually-hidden">Loading the cookie</p>
    </div>
  );
}

function Unknown() {
  return (
    <section>
      <PageHeading title="No such cookie" className={styles.name}>
        We do not bake that one
      </PageHeading>
      <p>
        There is no cookie under this address. It may have left the shelf for good, or the link has a typo.
      </p>
    </section>
  );
}
