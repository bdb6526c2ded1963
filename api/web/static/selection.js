// Words selected in the article become a field of the correction, by their place in code points.
"use strict";

const excerpt = document.querySelector("[data-excerpt]");
const bar = document.querySelector("[data-use-selection]");
const correction = document.querySelector("[data-correct]");

/** JavaScript counts UTF-16 units; the desk counts code points. */
const codePoints = (text) => [...text];

/** The place in the article of a point in the page: its run's place, and the code points before it there. */
function placeOf(node, offset) {
  let place = null;
  for (const run of excerpt.querySelectorAll("[data-start]")) {
    const words = document.createRange();
    words.selectNodeContents(run);
    const side = words.comparePoint(node, offset);
    if (side < 0) return place ?? Number(run.dataset.start);
    if (side === 0) words.setEnd(node, offset);
    place = Number(run.dataset.start) + codePoints(words.toString()).length;
    if (side === 0) return place;
  }
  return place;
}

/** The selected words without the spaces around them, and where they stand; null without any in the article. */
function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(excerpt)) return null;
  const within = document.createRange();
  within.selectNodeContents(excerpt);
  if (within.comparePoint(range.startContainer, range.startOffset) === 0) within.setStart(range.startContainer, range.startOffset);
  if (within.comparePoint(range.endContainer, range.endOffset) === 0) within.setEnd(range.endContainer, range.endOffset);
  const start = placeOf(within.startContainer, within.startOffset);
  const end = placeOf(within.endContainer, within.endOffset);
  const text = within.toString().replace(/^… /, "").replace(/ …$/, "");
  const words = text.trim();
  if (!words || start === null || end <= start) return null;
  const before = codePoints(text.slice(0, text.indexOf(words))).length;
  const after = codePoints(text.slice(text.indexOf(words) + words.length)).length;
  return { words, start: start + before, end: end - after };
}

function use(field) {
  const found = selectedWords();
  if (!found) return;
  correction.closest("details").open = true;
  const input = correction.elements[`${field}_words`];
  input.value = found.words;
  correction.elements[`${field}_start`].value = found.start;
  correction.elements[`${field}_end`].value = found.end;
  // What follows from the words is read from the new ones; what is typed after this wins.
  const follows = { quantity: ["value"], place: ["country"], period: ["first_day", "last_day"] }[field] ?? [];
  for (const name of follows) correction.elements[name].value = "";
  correction.dispatchEvent(new Event("spans", { bubbles: true }));
  getSelection().removeAllRanges();
  input.focus();
  input.scrollIntoView({ block: "center" });
}

if (excerpt && bar && correction) {
  document.addEventListener("selectionchange", () => {
    const found = selectedWords();
    bar.hidden = !found;
    if (found) bar.querySelector("[data-selected]").textContent = found.words.length > 60 ? `${found.words.slice(0, 57)}…` : found.words;
  });
  for (const button of bar.querySelectorAll("[data-use]")) {
    // A press would take the selection away before the click sees it.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => use(button.dataset.use));
  }
  // Before the page's own keys: while words are selected, these letters are about them.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn() || !selectedWords()) return;
    const button = bar.querySelector(`[data-use-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    use(button.dataset.use);
  }, true);
  // Words that are typed over are looked for anew.
  correction.addEventListener("input", (event) => {
    const field = event.target.dataset.span;
    if (!field) return;
    correction.elements[`${field}_start`].value = "";
    correction.elements[`${field}_end`].value = "";
  });
}
