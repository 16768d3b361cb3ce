/** The form for contact details and delivery address. Submits only what the contract accepts. */
import { useState, type ReactNode } from "react";
import { Button } from "../../../ui/button";
import { countries } from "../countries";
import { t } from "../messages";
import type { RejectedFields } from "../rejected-fields";
import type { Values } from "../rules";
import { useCustomerForm } from "../use-customer-form";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import styles from "./customer-form.module.css";

interface Props {
  /** The fields that the server rejected in the last attempt. */
  readonly rejected: RejectedFields;
  readonly busy: boolean;
  /** The order cannot be placed right now. */
  readonly blocked: boolean;
  readonly onSubmit: (values: Values) => void;
  /** Shown above the submit button. */
  readonly children: ReactNode;
}

export function CustomerForm({ rejected, busy, blocked, onSubmit, children }: Props) {
  const form = useCustomerForm(rejected);
  const [failed, setFailed] = useState(0);
  const sent = failed > 0;

  const submit = () => {
    if (busy || blocked) return;
    if (form.check()) onSubmit(form.values);
    else setFailed((count) => count + 1);
  };
  return (
    <form
      // The browser's messages would repeat the form's own.
      noValidate
      aria-label={t("title")}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {sent && <ErrorSummary errors={form.errors} attempt={failed} />}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t("yourDetails")}</legend>
        <Field name="name" form={form} />
        <Field name="email" form={form} />
        <Field name="phone" form={form} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t("deliveryAddress")}</legend>
        <Field name="address.street" form={form} />
        <div className={styles.pair}>
          <Field name="address.postalCode" form={form} />
          <Field name="address.city" form={form} />
        </div>
        <Field name="address.country" form={form} options={<CountryOptions />} />
      </fieldset>
      {children}
      <Button type="submit" busy={busy} disabled={blocked}>
        {busy ? t("placing") : t("order")}
      </Button>
    </form>
  );
}

function CountryOptions() {
  return (
    <>
      <option value="">{t("chooseCountry")}</option>
      {countries().map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  );
}
