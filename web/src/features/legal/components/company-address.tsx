/** The company's name and postal address. */
import type { Company } from "../company";
import styles from "./company-address.module.css";

export function CompanyAddress({ company }: { readonly company: Company }) {
  return (
    <address className={styles.address}>
      <strong>{company.name}</strong>
      <br />
      {company.street}
      <br />
      {company.postalCode} {company.city}
      <br />
      {company.country}
    </address>
  );
}

/** E-mail address and phone number. */
export function ContactDetails({ company: { email, phone } }: { readonly company: Company }) {
  return (
    <dl className={styles.facts}>
      <dt>E-mail</dt>
      <dd>
        <a href={`mailto:${email}`}>{email}</a>
      </dd>
      <dt>Phone</dt>
      <dd>
        <a href={`tel:${phone.replaceAll(/[^+\d]/gu, "")}`}>{phone}</a>
      </dd>
    </dl>
  );
}
