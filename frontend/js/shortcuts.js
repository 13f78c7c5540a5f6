// Keys: j and k move along the rows; any element with data-key="x" or "g b" is its shortcut.
// A person's own choices come in <html data-keys='{"n":"x"}'>; data-shortcuts="off" silences all.

const PAUSE = 1000;
let pressed = "";
let pressedAt = 0;

export function listenForKeys() {
  const root = document.documentElement;
  if (root.dataset.shortcuts === "off") return;
  const changed = JSON.parse(root.dataset.keys || "{}");
  const ours = Object.fromEntries(Object.entries(changed).map(([from, to]) => [to, from]));
  const meaningOf = (keys) => (keys in ours ? ours[keys] : keys in changed ? "" : keys);
  document.addEventListener("keydown", (event) => hear(event, meaningOf));
}

function hear(event, meaningOf) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || event.key.length !== 1) return;
  const now = event.timeStamp;
  const both = now - pressedAt < PAUSE ? `${pressed} ${event.key}` : "";
  pressed = event.key;
  pressedAt = now;
  if ((both && act(meaningOf(both))) || act(meaningOf(event.key))) {
    event.preventDefault();
    pressed = "";
  }
}

function isTyping(target) {
  const box = target.closest("input, textarea, select, [contenteditable]");
  return Boolean(box) && !["checkbox", "radio", "submit", "button"].includes(box.type);
}

function act(keys) {
  if (!keys) return false;
  if (keys === "j") return moveBy(1);
  if (keys === "k") return moveBy(-1);
  const target = targetOf(keys);
  if (!target) return false;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}

// The row in focus answers first, then the page.
function targetOf(keys) {
  const wanted = `[data-key="${CSS.escape(keys)}"]`;
  const row = document.activeElement && document.activeElement.closest("[data-row]");
  return (row && row.querySelector(wanted)) || outsideRows(wanted);
}

function outsideRows(wanted) {
  return [...document.querySelectorAll(wanted)].find((each) => !each.closest("[data-row]"));
}

function moveBy(step) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")].filter(isShown);
  if (!rows.length) return false;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step;
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  const target = row.querySelector("[data-open]") || row.querySelector("a, button, input") || row;
  target.focus();
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function isShown(row) {
  return row.offsetParent !== null || row.getClientRects().length > 0;
}
