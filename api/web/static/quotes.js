// A place that was found in a document becomes evidence of the verdict, beside what is typed there already.
"use strict";

for (const found of document.querySelectorAll("[data-take-quote]")) {
  found.addEventListener("submit", (event) => {
    const form = document.querySelector("[data-verdict-form]");
    if (!form) return;
    event.preventDefault();
    delete found.dataset.sent;
    event.submitter?.removeAttribute("aria-busy");
    const isFree = (row) => !row.querySelector("[name=what]").value && !row.querySelector("[name=quote]").value;
    let row = [...form.querySelectorAll("[data-evidence] .evidence")].find(isFree);
    if (!row) {
      form.querySelector("[data-add-evidence]").click();
      row = form.querySelector("[data-evidence] .evidence:last-child");
    }
    for (const name of ["what", "locator", "quote"]) row.querySelector(`[name=${name}]`).value = found.elements[name].value;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    (row.querySelector("[name=what]").value ? form.querySelector("[data-submit]") : row.querySelector("[name=what]")).focus();
  });
}
document.querySelector("#checked")?.focus();
