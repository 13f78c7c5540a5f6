// Everything here is a help over pages that work without it.
import { CharacterCount, ErrorSummary, createAll } from "govuk-frontend";

import { keepForms } from "./autosave.js";
import { copyTexts } from "./copy.js";
import { keepNothing } from "./device.js";
import { goDownTheDesk } from "./desk.js";
import { keepLive } from "./live.js";
import { openMenus } from "./menu.js";
import { printButtons } from "./print.js";
import { revealMore } from "./reveal.js";
import { showStories } from "./story.js";
import { listenForKeys } from "./shortcuts.js";
import { sendOnce } from "./submit.js";

function dressForms(scope) {
  for (const component of [CharacterCount, ErrorSummary]) {
    createAll(component, undefined, { scope });
  }
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
dressForms(document);
document.addEventListener("htmx:load", ({ detail }) => {
  if (detail.elt !== document.body) dressForms(detail.elt);
});
keepForms();
copyTexts();
keepNothing();
goDownTheDesk();
keepLive();
openMenus();
printButtons();
revealMore();
showStories();
listenForKeys();
sendOnce();
