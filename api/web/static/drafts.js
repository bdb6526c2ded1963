// What is typed into a form outlives an expired log-in, a reload and the way back; each tab and person has its own.
"use strict";

const DRAFT = "claimbench.draft:";
const person = document.body.dataset.person;
const isSaved = (field) => field.name && !["csrf_token", "version"].includes(field.name) && !["password", "file"].includes(field.type);

const keyOf = (form) => `${DRAFT}${location.pathname}#${form.dataset.draft}`;

function save(form, sent = false) {
  const fields = [...form.elements].filter((field) => isSaved(field) && field.type !== "submit")
    .map((field) => [field.name, ["radio", "checkbox"].includes(field.type) ? field.checked : field.value]);
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify({ person, sent, fields }));
  } catch { /* Full: a draft is a comfort only. */ }
}

/** Fill a form with what was typed; say so, and whether anything differed from what stands there. */
function restore(form, draft) {
  const wanted = draft.fields.filter(([name]) => name === "what").length;
  while (form.querySelectorAll("[name=what]").length < wanted) form.querySelector("[data-add-evidence]").click();
  const fields = [...form.elements].filter((field) => isSaved(field) && field.type !== "submit");
  let differs = false;
  fields.forEach((field, at) => {
    const [name, value] = draft.fields[at] ?? [];
    if (name !== field.name) return;
    const property = ["radio", "checkbox"].includes(field.type) ? "checked" : "value";
    if (field[property] !== value) { field[property] = value; differs = true; }
  });
  if (!differs) return;
  const details = form.closest("details");
  if (details) details.open = true;
  const note = document.createElement("p");
  note.className = "note small";
  note.setAttribute("role", "status");
  note.textContent = "What you had typed is here again.";
  form.prepend(note);
}

const hasSucceeded = document.querySelector("main > .note.good") !== null;
const isRefused = document.querySelector("main [role=alert]:not([hidden])") !== null;

if (person) {
  const forms = new Map([...document.querySelectorAll("form[data-draft]")].map((form) => [keyOf(form), form]));
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(DRAFT))) {
    const draft = JSON.parse(sessionStorage.getItem(key));
    const form = forms.get(key);
    const isOver = draft.person !== person || (draft.sent && (!form || hasSucceeded || isRefused));
    if (isOver) sessionStorage.removeItem(key);
    else if (form && !isRefused) restore(form, draft);
  }
  for (const form of forms.values()) {
    for (const name of ["input", "change", "spans"]) form.addEventListener(name, () => save(form));
    form.addEventListener("submit", () => save(form, true));
  }
}
