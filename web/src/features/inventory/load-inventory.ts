/** Loads the pages of the inventory and their messages. */
import { withMessages } from "../../ui/load-messages";
import { inventoryMessages } from "./messages/load";

export const loadInventory = withMessages(() => import("./routes/inventory"), inventoryMessages);
