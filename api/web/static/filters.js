// The filters of a list bring htmx along when they are first touched: the first view does without its 52 kB.
"use strict";

{
  const source = document.currentScript.dataset.htmx;
  let isAsked = false;
  let missed = null;

  const load = () => {
    const script = document.createElement("script");
    script.src = source;
    // What was chosen while htmx was on its way still counts.
    script.addEventListener("load", () => missed?.dispatchEvent(new Event("change", { bubbles: true })));
    script.addEventListener("error", () => missed?.form.submit());
    document.head.append(script);
  };

  const touch = (event) => {
    const form = event.target.closest?.("form[hx-get]");
    if (!form || window.htmx) return;
    if (event.type === "change" || event.type === "input") missed = event.target;
    if (isAsked) return;
    isAsked = true;
    // htmx looks over the page by itself only where that has been read to its end.
    if (document.readyState === "complete") load();
    else window.addEventListener("load", load, { once: true });
  };

  for (const name of ["pointerover", "focusin", "input", "change"]) document.addEventListener(name, touch);
  // A way back that htmx laid, on a page loaded anew since.
  window.addEventListener("popstate", (event) => { if (event.state?.htmx && !window.htmx) location.reload(); });
}
