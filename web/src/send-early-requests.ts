/** The first script of every page: sends the first requests while the app's code is still loading. */
import { sendEarlyRequests } from "./api/early-requests";

sendEarlyRequests(window.location);
