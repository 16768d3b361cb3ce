/** `/contact`, `/imprint`, `/terms` and `/privacy`. Their texts exist in English only. */
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, Route, Switch } from "wouter";
import { FailureNotice } from "../../../ui/failure-notice";
import { PageHeading } from "../../../ui/page-heading";
import { t } from "../../../ui/messages";
import { CONTACT_PATH, IMPRINT_PATH, PRIVACY_PATH, TERMS_PATH } from "../../../ui/paths";
import { legal, type Legal } from "../company";
import { CompanyAddress, ContactDetails } from "../components/company-address";
import styles from "./legal-pages.module.css";

export default function LegalPages() {
  return (
    <Switch>
      <Route path={CONTACT_PATH}>
        <LegalPage title={t("contact")}>{contact}</LegalPage>
      </Route>
      <Route path={IMPRINT_PATH}>
        <LegalPage title={t("imprint")}>{imprint}</LegalPage>
      </Route>
      <Route path={TERMS_PATH}>
        <LegalPage title={t("termsOfSale")}>{terms}</LegalPage>
      </Route>
      <Route path={PRIVACY_PATH}>
        <LegalPage title={t("privacy")}>{privacy}</LegalPage>
      </Route>
    </Switch>
  );
}

interface Props {
  readonly title: string;
  /** Renders the text. */
  readonly children: (known: Legal) => ReactNode;
}

function LegalPage({ title, children }: Props) {
  const query = useQuery(legal);
  return (
    <article className={styles.page}>
      <PageHeading title={title}>{title}</PageHeading>
      {query.data !== undefined && (
        <div lang="en" className={styles.text}>
          {children(query.data)}
        </div>
      )}
      {query.error !== null && (
        <FailureNotice
          error={query.error}
          retry={() => void query.refetch()}
          retrying={query.isFetching}
          place="page"
        />
      )}
    </article>
  );
}

function contact({ company }: Legal) {
  return (
    <>
      <p>
        Questions about our cookies or about an order? Write to us or call us. If you have an order number,
        please have it at hand.
      </p>
      <ContactDetails company={company} />
      <h2>Postal address</h2>
      <CompanyAddress company={company} />
    </>
  );
}

function imprint({ company }: Legal) {
  return (
    <>
      <CompanyAddress company={company} />
      <p>Represented by {company.director}</p>
      <ContactDetails company={company} />
      <h2>Register</h2>
      <p>
        {company.register}
        <br />
        Number {company.registerNumber}
      </p>
      <h2>VAT identification number</h2>
      <p>{company.vatId}</p>
    </>
  );
}

function terms({ company, terms: { deliveryDays, paymentDays } }: Legal) {
  return (
    <>
      <h2>Seller and contract</h2>
      <p>
        {company.name} (see the <Link href={IMPRINT_PATH}>imprint</Link>) sells the products in this shop.
        Your order is an offer to buy. The contract is made when the shop confirms the order. An order that
        cannot be confirmed, for example because a product has just sold out, is rejected and costs you
        nothing.
      </p>
      <h2>Prices and delivery</h2>
      <p>
        Prices are in euros and include VAT. There is no charge for delivery. We deliver to your address
        within {deliveryDays} working {deliveryDays === 1 ? "day" : "days"} of confirming the order.
      </p>
      <h2>Payment</h2>
      <p>
        Once your order is confirmed, you must pay its total. The invoice comes with the delivery and is due
        within {paymentDays} {paymentDays === 1 ? "day" : "days"} of delivery.
      </p>
      <h2>Returns</h2>
      <p>
        Our cookies are fresh food that spoils quickly. For such goods the law grants no right of withdrawal
        (Directive 2011/83/EU, Article 16(d)). If something is wrong with your delivery,{" "}
        <Link href={CONTACT_PATH}>contact us</Link>: your statutory rights for faulty goods apply in full.
      </p>
    </>
  );
}

function privacy({ company }: Legal) {
  return (
    <>
      <p>
        {company.name} is responsible for the processing of personal data in this shop, as its controller
        (GDPR, Article 4(7)). For contact details, see the <Link href={IMPRINT_PATH}>imprint</Link>.
      </p>
      <h2>What we process, and why</h2>
      <ul>
        <li>
          Orders: your name, e-mail address, phone number, delivery address and what you ordered. We need them
          to fulfil the contract (GDPR, Article 6(1)(b)) and keep them for as long as commercial and tax law
          requires (Article 6(1)(c)).
        </li>
        <li>
          Technical logs of requests, to operate the shop and to keep it secure (Article 6(1)(f)). They are
          deleted after a fixed time.
        </li>
      </ul>
      <h2>What your browser stores</h2>
      <p>
        Your cart and what you have typed into an unfinished order stay in your browser. The shop does not
        work without them. There are no advertising, tracking or third-party cookies.
      </p>
      <h2>Who receives the data</h2>
      <p>
        Amazon Web Services hosts the shop on our behalf. The courier receives your name, address and phone
        number for the delivery.
      </p>
      <h2>Your rights</h2>
      <p>
        You have the right to access, correct, delete and export your data, and to restrict or object to its
        processing: <Link href={CONTACT_PATH}>contact us</Link>. You may also complain to a data protection
        authority.
      </p>
    </>
  );
}
