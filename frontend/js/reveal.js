// <input data-reveals="id">: what it asks for is shown while it is chosen. Without scripts all is shown.

export function revealMore() {
  const update = () => document.querySelectorAll("[data-reveals]").forEach(show);
  document.addEventListener("change", update);
  document.addEventListener("htmx:load", update);
  window.addEventListener("pageshow", update);
  update();
}

function show(input) {
  const more = document.getElementById(input.dataset.reveals);
  const hides = [...more.classList].find((name) => name.endsWith("__conditional--hidden"));
  if (hides) more.classList.remove(hides);
  more.hidden = !input.checked;
}
