// A menu closes on Escape, giving focus back to its name, and when something else is pressed.

export function openMenus() {
  const menus = document.querySelectorAll("details[data-menu]");
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    menus.forEach((menu) => menu.contains(event.target) || (menu.open = false));
  });
}
