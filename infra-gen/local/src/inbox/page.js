// Puts new messages on top, and leaves those that are there, a selection in them and the focus alone.
const EVERY = 2000;

const shown = (page) => page.getElementById("messages");

const fresh = async () => {
  const answer = await fetch("/_inbox", { cache: "no-store" });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
};

const takeOver = (page) => {
  const known = new Set(Array.from(shown(document).children, (message) => message.dataset.id));
  const news = Array.from(shown(page).children).filter((message) => !known.has(message.dataset.id));
  if (news.length > 0) {
    shown(document).prepend(...news.map((message) => document.importNode(message, true)));
    document.getElementById("count").textContent = page.getElementById("count").textContent;
  }
};

const look = async () => {
  try {
    const page = document.visibilityState === "visible" ? await fresh() : undefined;
    if (page) takeOver(page);
  } catch {
    // The run has ended or begins anew; the next look tells.
  }
  setTimeout(look, EVERY);
};

setTimeout(look, EVERY);
