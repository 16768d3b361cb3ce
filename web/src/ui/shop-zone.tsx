/**
 * The shop's time zone, which all staff pages use for dates and times. Read once from the settings before a
 * page is shown.
 */
import { createContext, use, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import * as v from "valibot";
import { config } from "../api/config";

const ShopZone = createContext("UTC");

const Settings = v.object({ timeZone: v.optional(v.string(), "UTC") });

const shopZone = {
  queryKey: ["shop-zone"],
  queryFn: async () => v.parse(Settings, await config()).timeZone,
  staleTime: Infinity,
};

/** If the settings fail to load, the pages inside report it. */
export function ShopZoneProvider({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useQuery(shopZone);
  if (isPending) return null;
  return <ShopZone value={data ?? "UTC"}>{children}</ShopZone>;
}

/** The IANA name of the time zone. */
export const useShopZone = (): string => use(ShopZone);
