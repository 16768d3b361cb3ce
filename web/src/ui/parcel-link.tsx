/** A parcel's carrier, with a link to the carrier's page. Only `https` links: another scheme could run code. */
import type { Shipment } from "../api/orders/order";

interface Props {
  readonly shipment: Shipment;
  readonly shippedWith: string;
  /** The text of the link. */
  readonly track: string;
}

export function ParcelLink({ shipment: { trackingUrl }, shippedWith, track }: Props) {
  if (trackingUrl?.startsWith("https://") !== true) return <>{shippedWith}</>;
  return (
    <>
      {shippedWith}:{" "}
      <a href={trackingUrl} rel="noreferrer">
        {track}
      </a>
    </>
  );
}
