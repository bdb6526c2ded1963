// Keys and evidence rows. Everything here has a way without JavaScript, or is a comfort only.
"use strict";

// On a phone the pages lie side by side: the one that is open shall be among those in sight.
{
  const here = document.querySelector(".top nav [aria-current]"), nav = here?.closest("nav");
  if (nav && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
}

const STORE = "claimbench.keys";

const keysAreOn = () => localStorage.getItem(STORE) !== "off";
const isTyping = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
const isShown = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

/** Do what a key stands for: choose a verdict, go into a field, or press a button or link. */
function act(target) {
  if (target.matches("input[type=radio]")) {
    target.checked = true;
    target.dispatchEvent(new Event("change", { bubbles: true }));
    const form = target.form;
    const field = "needsNote" in target.dataset ? form.querySelector("[name=note]") : emptyField(form);
    if (field) field.focus();
  } else if (target.matches("input:not([type=checkbox]), textarea")) {
    target.focus();
    target.select();
  } else {
    target.focus();
    target.click();
    const details = target.closest("details");
    if (target.matches("summary") && details.open) details.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }
}

/** The first field of the evidence in which something is missing; null when a piece is complete. */
function emptyField(form) {
  const row = form.querySelector("[data-evidence] .evidence");
  if (!row) return null;
  return [...row.querySelectorAll("[name=what], [name=locator]")].find((field) => !field.value)
    ?? form.querySelector("[data-submit]");
}

/** Move the focus among the rows of a list, or among the claims of an article. */
function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")].filter(isShown);
  if (!rows.length) return false;
  const here = rows.indexOf(document.activeElement);
  // Beyond the last row and before the first one is another page, where there is one.
  const beyond = here !== -1 && !rows[here + by] && document.querySelector(`main a[rel=${by > 0 ? "next" : "prev"}]`);
  if (beyond) { beyond.click(); return true; }
  const next = rows[here === -1 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("keydown", (event) => {
  const element = event.target;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const submit = (element.closest("form") ?? document).querySelector("[data-submit]") ?? document.querySelector("[data-submit]");
    if (submit) { event.preventDefault(); submit.click(); }
    return;
  }
  if (event.key === "Escape" && isTyping(element)) { element.blur(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(element) || !keysAreOn()) return;
  if (event.key === "j" && step(+1)) { event.preventDefault(); return; }
  if (event.key === "k" && step(-1)) { event.preventDefault(); return; }
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(isShown);
  if (target && !target.disabled) { event.preventDefault(); act(target); }
});

// A second click on a form that is on its way changes nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
});
// The browser may show this page again from memory, with its forms as they were left.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
});

// Another piece of evidence.
for (const button of document.querySelectorAll("[data-add-evidence]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const rows = button.form.querySelector("[data-evidence]");
    const row = rows.firstElementChild.cloneNode(true);
    for (const extra of row.querySelectorAll("kbd, .error")) extra.remove();
    for (const field of row.querySelectorAll("input")) {
      field.value = "";
      for (const name of ["data-key", "aria-invalid", "aria-describedby"]) field.removeAttribute(name);
    }
    rows.append(row);
    row.querySelector("input").focus();
  });
}

// A link pasted anywhere on a claim is evidence for it; what it says of the quoted words becomes the quote.
document.addEventListener("paste", (event) => {
  const form = document.querySelector("[data-verdict-form]");
  const pasted = event.clipboardData?.getData("text/plain").trim() ?? "";
  const isInLinkField = event.target.matches?.("[name=what]");
  if (!form || !/^https?:\/\/\S+$/.test(pasted) || (isTyping(event.target) && !isInLinkField)) return;
  const rows = [...form.querySelectorAll(".evidence")];
  const row = isInLinkField ? event.target.closest(".evidence") : rows.find((one) => !one.querySelector("[name=what]").value);
  if (!row) return;
  event.preventDefault();
  const [link, fragment] = pasted.split(":~:text=");
  row.querySelector("[name=what]").value = fragment ? link.replace(/#$/, "") : pasted;
  const quote = row.querySelector("[name=quote]");
  if (fragment && !quote.value) {
    try { quote.value = decodeURIComponent(fragment.split("&")[0].replace(/^[^,]*-,|,-[^,]*$/g, "").replace(/,/g, " … ")); } catch { /* No words. */ }
  }
  row.querySelector("[name=what]").dispatchEvent(new Event("input", { bubbles: true }));
  row.querySelector("[name=locator]").focus();
});

// A claim's words and its card in the margin light up together.
for (const name of ["pointerover", "pointerout", "focusin", "focusout"]) {
  document.addEventListener(name, (event) => {
    const claim = event.target.closest?.("[data-article] [data-claim]")?.dataset.claim;
    if (!claim) return;
    const isOn = name === "pointerover" || name === "focusin";
    for (const same of document.querySelectorAll(`[data-claim="${claim}"]`)) same.classList.toggle("same", isOn);
  });
}

// Single keys can be turned off: they get in the way of speech input (WCAG 2.1.4).
for (const label of document.querySelectorAll("[data-keys-switch]")) {
  const box = label.querySelector("input");
  label.hidden = false;
  box.checked = keysAreOn();
  document.documentElement.classList.toggle("keys-off", !box.checked);
  box.addEventListener("change", () => {
    localStorage.setItem(STORE, box.checked ? "on" : "off");
    document.documentElement.classList.toggle("keys-off", !box.checked);
  });
}
