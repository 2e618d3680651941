"use strict";
// Adds a search field, a choice of states and sorting; the page is whole without them.
(() => {
  const rows = [...document.querySelectorAll("tbody tr")];
  const threads = [...document.querySelectorAll("article.thread")];
  const tools = document.getElementById("tools");
  const named = [...document.querySelectorAll(".counts li[data-name]")];

  const label = (text, control) => {
    const element = document.createElement("label");
    element.append(text, control);
    return element;
  };
  const search = Object.assign(document.createElement("input"), { type: "search" });
  const choice = document.createElement("select");
  choice.append(new Option(tools.dataset.every, ""), ...named.map((each) => new Option(each.dataset.name, each.dataset.state)));
  const shown = document.createElement("p");
  shown.setAttribute("role", "status");

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = words.every((word) => text.includes(word));
      row.hidden = !(fits && (!choice.value || row.dataset.state === choice.value));
      count += row.hidden ? 0 : 1;
      const thread = threads.find((each) => each.dataset.entry === row.dataset.entry);
      if (thread) thread.hidden = row.hidden;
    }
    shown.textContent = `${count} / ${rows.length}`;
  };
  search.addEventListener("input", filter);
  choice.addEventListener("change", filter);

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim().toLowerCase();
  };
  const compare = (a, b) => a.localeCompare(b, document.documentElement.lang, { numeric: true });

  for (const head of document.querySelectorAll("thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "ascending";
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "ascending" : "descending");
      const body = head.closest("table").tBodies[0];
      const sorted = [...body.rows].sort(
        (a, b) => compare(key(a, head.cellIndex), key(b, head.cellIndex)) * (down ? 1 : -1),
      );
      body.append(...sorted);
    });
  }

  tools.append(label(`${tools.dataset.search} `, search), label(`${tools.dataset.state} `, choice), shown);
  tools.hidden = false;
  filter();
})();
