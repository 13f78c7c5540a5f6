// On a wide screen the row in focus shows its story at the side: <tr data-row data-story="/…/">
// and <aside id="story">. On a narrow one rows simply open.

const REST = 350;
const wide = window.matchMedia("(min-width: 1200px)");

export function showStories() {
  const place = document.getElementById("story");
  if (!place) return;
  let waiting;
  const show = (row) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => load(row, place), REST);
  };
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-story]");
    if (row && wide.matches) show(row);
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-story]");
    if (!row || !wide.matches || event.target.closest("a, button, input, label")) return;
    (row.querySelector("[data-open]") || row).focus();
  });
}

function load(row, place) {
  if (row.hasAttribute("aria-current")) return;
  document.querySelectorAll("[data-story][aria-current]").forEach((each) => {
    each.removeAttribute("aria-current");
  });
  row.setAttribute("aria-current", "true");
  window.htmx.ajax("GET", row.dataset.story, { target: place, swap: "innerHTML" });
}
