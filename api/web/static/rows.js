// Rows that are chosen together: x takes the row in focus, X all of the page, and a bar says how many.
"use strict";

const boxes = () => [...document.querySelectorAll("input[name=claim][form=together]")];

function count() {
  const all = boxes();
  const chosen = all.filter((box) => box.checked).length;
  const bar = document.querySelector("#together");
  if (!bar) return;
  const every = bar.querySelector("[data-pick-all]");
  every.hidden = false;
  every.querySelector("[data-picked]").textContent = chosen;
  const box = every.querySelector("input");
  box.checked = chosen > 0 && chosen === all.length;
  box.indeterminate = chosen > 0 && chosen < all.length;
  bar.classList.toggle("idle", chosen === 0);
}

function pickAll() {
  const all = boxes();
  const isFull = all.every((box) => box.checked);
  for (const box of all) box.checked = !isFull;
  count();
}

document.addEventListener("change", (event) => {
  if (event.target.closest("[data-pick-all]")) pickAll();
  else if (event.target.name === "claim") count();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysAreOn()) return;
  if (event.key === "X") { event.preventDefault(); pickAll(); return; }
  if (event.key !== "x") return;
  const box = event.target.closest("li")?.querySelector("input[name=claim]");
  if (!box) return;
  event.preventDefault();
  box.checked = !box.checked;
  count();
});
document.addEventListener("htmx:afterSwap", count);
window.addEventListener("pageshow", count);
count();
