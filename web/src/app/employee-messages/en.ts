/** The messages of the staff pages except those of the sign-in, by name. */
export * from "../../features/dashboard/fulfilment-messages/en";
export * from "../../features/dashboard/messages/en";
export * from "../../features/reports/messages/en";
export * from "../../ui/staff-messages/en";
