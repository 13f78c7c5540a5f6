// Forms marked data-autosave="/address/" are sent there every few seconds when they changed.
// It keeps nothing on the device and presses no button: the address only stores a draft.

const EVERY = 5000;

export function keepForms() {
  document.querySelectorAll("form[data-autosave]").forEach(keep);
}

function keep(form) {
  const note = noteFor(form);
  const state = { sent: written(form), busy: false, done: false };
  form.addEventListener("input", () => note.say("unsaved"));
  form.addEventListener("submit", () => (state.done = true));
  setInterval(() => save(form, state, note), EVERY);
  document.addEventListener("visibilitychange", () => document.hidden && save(form, state, note));
  window.addEventListener("beforeunload", (event) => {
    if (!state.done && written(form) !== state.sent) event.preventDefault();
  });
}

async function save(form, state, note) {
  const now = written(form);
  if (state.busy || state.done || now === state.sent) return;
  state.busy = true;
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(now),
      headers: { "X-Autosave": "1" },
      keepalive: now.length < 60000,
    });
    if (!answer.ok || answer.redirected) throw new Error("not kept");
    state.sent = now;
    note.say("saved", new Date());
  } catch {
    note.say("failed");
  } finally {
    state.busy = false;
  }
}

function written(form) {
  const parts = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  return new URLSearchParams(parts).toString();
}

function noteFor(form) {
  const place = form.querySelector("[data-saved]") || form.appendChild(document.createElement("p"));
  place.classList.add("om-saved");
  place.setAttribute("role", "status");
  return {
    say(what, at) {
      const words = document.body.dataset[`words${what[0].toUpperCase()}${what.slice(1)}`];
      const text = at ? `${words} ${clock(at)}` : words;
      if (place.textContent !== text) place.textContent = text;
      place.dataset.state = what;
    },
  };
}

function clock(at) {
  return at.toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/London",
  });
}
