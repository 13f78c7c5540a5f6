// <button hidden data-copy="id">: copies the text of a field; where a browser will not, selects it,
// so that one more key does. A field marked data-select is selected whole when it is entered.

export function copyTexts() {
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
  document.querySelectorAll("[data-select]").forEach((field) => {
    field.addEventListener("focus", () => field.select());
  });
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    button.textContent = button.dataset.selected;
  }
}
