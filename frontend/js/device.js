// htmx notes the address of the page in the tab's storage; here nothing stays on the device.

export function keepNothing() {
  const forget = () => sessionStorage.clear();
  document.addEventListener("htmx:load", forget);
  window.addEventListener("pagehide", forget);
}
