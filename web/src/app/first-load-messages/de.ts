/** The messages of the first load, by name. */
export * from "../messages/de";
export * from "../../features/cart/messages/de";
export * from "../../features/catalogue/messages/de";
export * from "../../ui/messages/de";
