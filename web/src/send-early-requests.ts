/**
 * The first script of every page: sends the first requests and loads the code of the page while the app's code is still
 * loading.
 */
import { sendEarlyRequests } from "./api/early-requests";
import { loadFirstMessages } from "./app/first-load-messages";
import { preloadPage } from "./preload-page";
import { readLanguage } from "./ui/language";

preloadPage(window.location.pathname, readLanguage());
sendEarlyRequests(window.location);
// `main.tsx` waits for them.
loadFirstMessages().catch(() => undefined);
