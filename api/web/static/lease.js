// The claim in one's hands: its time ticks, it is renewed while the page is in use, and let go when the page is left.
"use strict";

const RENEW_EVERY = 60_000; // ms; a lease lasts minutes
const IN_USE_FOR = 300_000; // ms after the last key or pointer during which the page counts as in use

const clock = document.querySelector("[data-seconds-left]");
const renewal = document.querySelector("[data-renew]");
let lastUse = Date.now();
let endsAt = clock ? Date.now() + Number(clock.dataset.secondsLeft) * 1000 : 0;
let isLost = false;

for (const name of ["keydown", "pointerdown", "scroll", "input"]) {
  document.addEventListener(name, () => { lastUse = Date.now(); }, { passive: true });
}

/** Say that the claim is no longer in these hands, and why; what is typed stays. */
function lose(why) {
  if (isLost) return;
  isLost = true;
  clock.closest("[data-lease]").hidden = true;
  const note = document.querySelector(`[data-lease-lost="${why}"]`);
  note.hidden = false;
  note.focus();
}

function tick() {
  const left = Math.ceil((endsAt - Date.now()) / 1000);
  if (left <= 0) { lose(renewal ? "expired" : "free"); return; }
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

async function renew() {
  if (isLost) return;
  let answer;
  try {
    answer = await fetch(renewal.action, { method: "POST", body: new FormData(renewal), headers: { Accept: "application/json" } });
  } catch { return; } // The network is away; the next minute may bring it back.
  if (answer.status === 401) lose("logged-out");
  else if (answer.status === 409 || answer.status === 403) lose("expired");
  else if (answer.ok) {
    endsAt = Date.now() + (await answer.json()).seconds_left * 1000;
    tick();
  }
}

if (clock) {
  tick();
  setInterval(() => { if (!isLost) tick(); }, 1000);
}
if (renewal) {
  const isUsed = () => document.visibilityState === "visible" && Date.now() - lastUse < IN_USE_FOR;
  setInterval(() => { if (isUsed()) renew(); }, RENEW_EVERY);
  renewal.addEventListener("renew", renew);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") renew(); });
  // A reload and the way back come here again: the lease that was running out goes on.
  window.addEventListener("pageshow", renew);
  window.addEventListener("pagehide", () => {
    if (!isLost) navigator.sendBeacon(renewal.dataset.leave, new FormData(renewal));
  });
}
