/** The messages of the staff pages except those of the sign-in, by name. */
export * from "../../features/dashboard/fulfilment-messages/de";
export * from "../../features/dashboard/messages/de";
export * from "../../features/reports/messages/de";
export * from "../../ui/staff-messages/de";
