/** Loads the messages of the first load. This module is part of the page's first script. */
import { loadMessages, showLanguage } from "../../ui/load-messages";

const firstLoad = { en: () => import("./en"), de: () => import("./de") };

/** If the preferred language cannot be loaded, loads English. */
export const loadFirstMessages = (): Promise<void> => loadMessages(firstLoad).catch(() => showLanguage("en"));
