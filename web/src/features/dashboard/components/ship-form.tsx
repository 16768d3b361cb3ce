/** The parcel of an order that is shipped. */
import { useState } from "react";
import { Button } from "../../../ui/button";
import { t } from "../fulfilment-messages";
import { TextField } from "./text-field";
import styles from "./order-actions.module.css";

interface Props {
  readonly busy: boolean;
  readonly onShip: (parcel: { readonly carrier: string; readonly trackingUrl?: string }) => void;
}

export function ShipForm({ busy, onShip }: Props) {
  const [carrier, setCarrier] = useState("");
  const [link, setLink] = useState("");
  const [checked, setChecked] = useState(false);
  const trackingUrl = link.trim();
  const noCarrier = carrier.trim() === "";
  const badLink = trackingUrl !== "" && !TRACKING_LINK.test(trackingUrl);

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (busy || noCarrier || badLink) return;
        onShip({ carrier: carrier.trim(), ...(trackingUrl !== "" && { trackingUrl }) });
      }}
    >
      <TextField
        label={t("carrier")}
        value={carrier}
        maxLength={100}
        error={checked && noCarrier ? t("carrierMissing") : undefined}
        onChange={setCarrier}
      />
      <TextField
        label={t("trackingLink")}
        value={link}
        inputMode="url"
        maxLength={500}
        hint={t("trackingHint")}
        error={checked && badLink ? t("trackingInvalid") : undefined}
        onChange={setLink}
      />
      <p>
        <Button type="submit" busy={busy}>
          {busy ? t("saving") : t("ship")}
        </Button>
      </p>
    </form>
  );
}

/** The rule of the API. */
const TRACKING_LINK = /^https:\/\/[0-9A-Za-z][!-~]*$/;
