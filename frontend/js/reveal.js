// <input data-reveals="id">: what it asks for is shown while it, or another that reveals the same, is
// chosen. Without scripts all is shown.

export function revealMore() {
  const update = () => document.querySelectorAll("[data-reveals]").forEach(show);
  document.addEventListener("change", update);
  document.addEventListener("htmx:load", update);
  window.addEventListener("pageshow", update);
  update();
}

function show(input) {
  const id = input.dataset.reveals;
  const more = document.getElementById(id);
  if (!more) return;
  const hides = [...more.classList].find((name) => name.endsWith("__conditional--hidden"));
  if (hides) more.classList.remove(hides);
  more.hidden = !document.querySelector(`[data-reveals="${id}"]:checked`);
}
