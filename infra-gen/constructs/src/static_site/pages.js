// A request for a page of the app is answered with the app's document, one for an unknown page with the 404 document
// and status 404. A path whose last part has a dot names a file, and the bucket decides.
// The runtime knows neither destructuring nor `for … of`.
const PAGES = [/* the paths of the pages */];
const APP = "/index.html";
const NOT_FOUND = "/404.html";

function handler(event) {
  const object = objectFor(event.request.uri);
  if (event.context.eventType === "viewer-request") {
    event.request.uri = object;
    return event.request;
  }
  // A browser that has the document already gets 304 and keeps it.
  if (object === NOT_FOUND && event.response.statusCode === 200) {
    event.response.statusCode = 404;
    event.response.statusDescription = "Not Found";
  }
  return event.response;
}

function objectFor(path) {
  const parts = split(path);
  if (PAGES.some((page) => matches(split(page), parts))) return APP;
  return parts[parts.length - 1].indexOf(".") >= 0 ? path : NOT_FOUND;
}

function matches(page, parts) {
  return (
    page.length === parts.length &&
    page.every((part, at) =>
      part.charAt(0) === ":" ? parts[at] !== "" : part.toLowerCase() === parts[at].toLowerCase(),
    )
  );
}

function split(path) {
  return path.replace(/^[/]/, "").replace(/[/]$/, "").split("/");
}
