// Live parts: <div data-live hx-get="…?live=1" hx-trigger="every 2s">. The server's ETag is kept
// in memory only, pages being no-store; unchanged parts answer 304 and nothing is swapped.
// A part is left alone while the page is hidden or the reader is inside it.

const tags = new Map();

export function keepLive() {
  document.addEventListener("htmx:beforeRequest", (event) => {
    const part = livePart(event);
    if (part && (document.hidden || isInUse(part))) event.preventDefault();
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const tag = livePart(event) && tags.get(event.detail.path);
    if (tag) event.detail.headers["If-None-Match"] = tag;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const tag = livePart(event) && event.detail.xhr.getResponseHeader("ETag");
    if (tag) tags.set(event.detail.pathInfo.requestPath, tag);
  });
}

function livePart(event) {
  const part = event.detail.elt;
  return part && part.matches && part.matches("[data-live]") ? part : null;
}

function isInUse(part) {
  const active = document.activeElement;
  return part.contains(active) && active.matches("input, textarea, select");
}
