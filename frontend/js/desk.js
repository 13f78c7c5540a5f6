// When a line of a desk has been answered in place, the next one still to answer takes the focus.

export function goDownTheDesk() {
  document.addEventListener("htmx:load", (event) => {
    const line = event.detail.elt;
    if (line.matches && line.matches("[data-row][data-answered]")) leave(line);
  });
}

function leave(line) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  const after = rows.slice(rows.indexOf(line) + 1);
  const next = after.find((row) => !row.matches("[data-answered]")) || line;
  const target = next.querySelector("[data-open]");
  if (target) target.focus();
}
