/**
 * The shop's time zone, in which every page for employees shows days and times. The environment's settings name it, and
 * the pages read it once, before they show anything.
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

/** Without the settings nothing else can be read either, and whatever is inside says so itself. */
export function ShopZoneProvider({ children }: { readonly children: ReactNode }) {
  const { data, isPending } = useQuery(shopZone);
  if (isPending) return null;
  return <ShopZone value={data ?? "UTC"}>{children}</ShopZone>;
}

/** The IANA name of the zone. */
export const useShopZone = (): string => use(ShopZone);
