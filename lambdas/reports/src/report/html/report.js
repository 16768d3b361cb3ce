
"use strict";
// Shows the folded rows, a page at a time. The first page is what the file shows without this.
const pager = document.querySelector(".pager");
if (pager) {
  const table = document.querySelector("table.rows");
  const range = document.querySelector(".range");
  const blocks = document.querySelectorAll("script[type='application/json']");
  const [rows, shown, folded] = ["rows", "shown", "folded"].map((name) => Number(pager.dataset[name]));
  const pages = Math.ceil(rows / shown);
  const number = new Intl.NumberFormat("en");
  const headings = [...table.tHead.rows[0].cells];
  const first = [...table.tBodies[0].rows];
  const input = pager.querySelector("input");
  const buttons = [...pager.querySelectorAll("button")];
  let page = 0;

  const element = (name, text, attributes) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    // As text and never as markup: it is what strangers typed.
    made.textContent = text;
    return made;
  };

  const cell = (value, index) => {
    const heading = headings[index];
    const roles = index === 0 ? { role: "rowheader", scope: "row" } : { role: "cell" };
    const made = element(index === 0 ? "th" : "td", "", {
      ...roles, class: heading.className, "data-label": heading.textContent,
    });
    if (heading.className === "tagged") made.append(element("span", value[1], { class: `tag ${value[0]}` }));
    else if (heading.className === "pieces") for (const piece of value) made.append(element("span", piece, {}), " ");
    else made.textContent = value;
    return made;
  };

  const row = (cells) => {
    const made = element("tr", "", { role: "row" });
    made.append(...cells.map(cell));
    return made;
  };

  // A block holds a whole number of pages.
  const rowsOf = (wanted) => {
    if (wanted === 0) return first;
    const place = (wanted - 1) * shown;
    const block = JSON.parse(blocks[Math.floor(place / folded)].textContent);
    return block.slice(place % folded, (place % folded) + shown).map(row);
  };

  const go = (wanted) => {
    page = Math.min(Math.max(wanted, 0), pages - 1);
    table.tBodies[0].replaceChildren(...rowsOf(page));
    const from = page * shown;
    const to = Math.min(from + shown, rows);
    range.textContent = `${number.format(from + 1)}–${number.format(to)} of ${number.format(rows)} ${pager.dataset.noun}`;
    input.value = String(page + 1);
    // Not `disabled`: that would take the focus from a button that was just pressed.
    for (const button of buttons) {
      const back = ["first", "previous"].includes(button.dataset.go);
      button.setAttribute("aria-disabled", String(page === (back ? 0 : pages - 1)));
    }
  };

  const target = { first: () => 0, previous: () => page - 1, next: () => page + 1, last: () => pages - 1 };
  for (const button of buttons) button.addEventListener("click", () => go(target[button.dataset.go]()));
  input.addEventListener("change", () => go((Number.parseInt(input.value, 10) || 1) - 1));
  go(0);
  pager.hidden = false;
}
