// Everything here is a help over pages that work without it.
import { CharacterCount, Checkboxes, ErrorSummary, Radios, createAll } from "govuk-frontend";

import { keepForms } from "./autosave.js";
import { keepLive } from "./live.js";
import { openMenus } from "./menu.js";
import { printButtons } from "./print.js";
import { showStories } from "./story.js";
import { listenForKeys } from "./shortcuts.js";
import { sendOnce } from "./submit.js";

function dressForms(scope) {
  for (const component of [CharacterCount, Checkboxes, ErrorSummary, Radios]) {
    createAll(component, undefined, { scope, onError: () => {} });
  }
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
dressForms(document);
document.addEventListener("htmx:load", (event) => dressForms(event.detail.elt));
keepForms();
keepLive();
openMenus();
printButtons();
showStories();
listenForKeys();
sendOnce();
