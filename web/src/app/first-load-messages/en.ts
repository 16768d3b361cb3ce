/** The messages of the first load, by name. */
export * from "../messages/en";
export * from "../../features/cart/messages/en";
export * from "../../features/catalogue/messages/en";
export * from "../../ui/messages/en";
