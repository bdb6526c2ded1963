// A figure over time, drawn by uPlot on a canvas: what the SVG beside it shows, to look at closely.
"use strict";

const DAY = 86_400; // seconds
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ARROW = 22; // px that the arrow of an open end is long; it points, and measures nothing

const box = document.querySelector("[data-series]");

/** The colour that a class has on this page, now: light or dark. */
function colour(name, property = "color") {
  const probe = document.createElement("span");
  probe.className = name;
  box.append(probe);
  const found = getComputedStyle(probe)[property];
  probe.remove();
  return found;
}

function dayWords(seconds, hasYear) {
  const at = new Date(seconds * 1000);
  const words = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
  return hasYear ? `${words} ${at.getUTCFullYear()}` : words;
}

/** Days between which the axis runs: some room on both sides, so that no sign stands on the edge. */
function daysOf(told) {
  const days = told.tellings.flatMap((one) => [one.x, one.told ?? one.x]).concat(told.days);
  const first = Math.min(...days), last = Math.max(...days);
  const room = Math.max(DAY, Math.round((last - first) * 0.06 / DAY) * DAY);
  return [first - room, last + room];
}

function valuesOf(told) {
  const values = told.tellings.flatMap((one) => [one.low, one.best, one.high])
    .concat(told.low, told.best, told.high).filter((value) => value !== null);
  const low = Math.min(...values), high = Math.max(...values);
  const room = (high - low) * 0.2 || Math.abs(high) * 0.2 || 1;
  // From nothing, unless all of it lies far above: then the rises and falls would not be seen.
  return [low >= 0 && (low <= (high - low) * 3 || low === 0) ? 0 : low - room, high + room];
}

function middle(one) {
  if (one.best !== null) return one.best;
  return one.low !== null && one.high !== null ? (one.low + one.high) / 2 : one.low ?? one.high;
}

const SHAPES = {
  circle: (path, x, y, r) => path.arc(x, y, r, 0, 2 * Math.PI),
  square: (path, x, y, r) => path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8),
  diamond: (path, x, y, r) => { path.moveTo(x, y - r * 1.25); path.lineTo(x + r * 1.25, y); path.lineTo(x, y + r * 1.25); path.lineTo(x - r * 1.25, y); path.closePath(); },
  triangle: (path, x, y, r) => { path.moveTo(x, y - r * 1.3); path.lineTo(x + r * 1.2, y + r); path.lineTo(x - r * 1.2, y + r); path.closePath(); },
  ring: (path, x, y, r) => path.arc(x, y, r, 0, 2 * Math.PI),
  cross: (path, x, y, r) => { path.moveTo(x - r, y - r); path.lineTo(x + r, y + r); path.moveTo(x + r, y - r); path.lineTo(x - r, y + r); },
};

function drawSign(pen, shape, x, y, r) {
  const path = new Path2D();
  SHAPES[shape](path, x, y, r);
  if (shape === "ring" || shape === "cross") pen.stroke(path);
  else pen.fill(path);
}

function drawBands(chart, told, look) {
  const pen = chart.ctx, { top, height } = chart.bbox;
  told.days.forEach((day, at) => {
    const low = told.low[at], high = told.high[at];
    if (low === null && high === null) return;
    const left = chart.valToPos(day, "x", true), right = chart.valToPos(told.days[at + 1] ?? chart.scales.x.max, "x", true);
    const upper = high === null ? top : chart.valToPos(high, "y", true);
    const lower = low === null ? top + height : chart.valToPos(low, "y", true);
    pen.globalAlpha = low === null || high === null ? 0.45 : 1;
    pen.fillStyle = look.band;
    pen.fillRect(left, upper, right - left, Math.max(lower - upper, 1));
    pen.globalAlpha = 1;
  });
}

function drawArrow(pen, x, y, by, px) {
  const head = Math.sign(by) * 5 * px;
  pen.beginPath();
  pen.moveTo(x, y); pen.lineTo(x, y + by);
  pen.moveTo(x - 4 * px, y + by - head); pen.lineTo(x, y + by); pen.lineTo(x + 4 * px, y + by - head);
  pen.stroke();
}

function drawTellings(chart, told, look) {
  const pen = chart.ctx, px = devicePixelRatio || 1;
  for (const one of told.tellings) {
    const x = chart.valToPos(one.x, "x", true), y = chart.valToPos(middle(one), "y", true);
    pen.fillStyle = pen.strokeStyle = look.sources[one.source % look.sources.length];
    pen.lineWidth = 2 * px;
    if (one.told !== null && one.told !== one.x) {
      const at = chart.valToPos(one.told, "x", true);
      pen.setLineDash([3 * px, 3 * px]);
      pen.beginPath(); pen.moveTo(x, y); pen.lineTo(at, y); pen.stroke();
      pen.setLineDash([]);
      drawSign(pen, "ring", at, y, 4 * px);
    }
    if (one.low !== null && one.high !== null && one.low !== one.high) {
      const top = chart.valToPos(one.high, "y", true), bottom = chart.valToPos(one.low, "y", true);
      pen.beginPath();
      for (const end of [top, bottom]) { pen.moveTo(x - 5 * px, end); pen.lineTo(x + 5 * px, end); }
      pen.moveTo(x, top); pen.lineTo(x, bottom);
      pen.stroke();
    } else if (one.high === null && one.low !== null) drawArrow(pen, x, chart.valToPos(one.low, "y", true), -ARROW * px, px);
    else if (one.low === null && one.high !== null) drawArrow(pen, x, chart.valToPos(one.high, "y", true), ARROW * px, px);
    drawSign(pen, one.shape, x, y, 5.5 * px);
    if (one.disputed) { pen.strokeStyle = look.warn; drawSign(pen, "ring", x, y, 11 * px); }
    const words = `${{ up: "▲", down: "▼" }[one.change] ?? ""}${one.jump ? " !" : ""}`.trim();
    if (words) {
      pen.fillStyle = one.jump ? look.warn : look.ink;
      pen.font = `${12 * px}px system-ui, sans-serif`;
      pen.textAlign = "center";
      const isLow = y > chart.bbox.top + chart.bbox.height - 34 * px;
      pen.fillText(words, x, isLow ? y - 16 * px : y + 27 * px);
    }
  }
}

function look() {
  return {
    ink: colour(""), soft: colour("soft"), grid: colour("timeline-grid"), warn: colour("urgent"),
    band: colour("timeline-band"), best: colour("timeline-best"),
    sources: [0, 1, 2, 3, 4, 5].map((n) => colour(`source s${n}`)),
  };
}

function draw(told, readout) {
  const [first, last] = daysOf(told), values = valuesOf(told), style = look();
  // What stands, stands until the end of the axis.
  const days = [...told.days, last];
  const held = (column) => [...column, column.at(-1) ?? null];
  const says = (at) => told.says[Math.min(at, told.says.length - 1)] ?? "";
  const isWhole = told.tellings.every((one) => [one.low, one.best, one.high].every((value) => value === null || Number.isInteger(value)));
  const axis = { stroke: style.soft, grid: { stroke: style.grid, width: 1 }, ticks: { stroke: style.grid, width: 1 }, font: "12px system-ui, sans-serif" };
  return new uPlot({
    width: box.clientWidth, height: Math.round(Math.max(240, Math.min(340, box.clientWidth * 0.5))),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: false, range: [first, last] }, y: { range: values } },
    axes: [
      { ...axis, incrs: [1, 2, 3, 5, 7, 14, 30, 61, 91, 182, 365, 730, 3650].map((n) => n * DAY), space: 64,
        values: (_, at) => at.map((seconds, n) => dayWords(seconds, n === 0 || new Date(seconds * 1000).getUTCFullYear() !== new Date(at[n - 1] * 1000).getUTCFullYear())) },
      { ...axis, size: 64, ...(isWhole ? { incrs: [1, 2, 5, 10, 20, 50, 100].flatMap((n) => [n, n * 1e2, n * 1e4, n * 1e6, n * 1e8, n * 1e10]).sort((a, b) => a - b) } : {}), values: (_, at) => at.map((value) => value.toLocaleString("en")) },
    ],
    series: [{}, { stroke: style.best, width: 2, paths: uPlot.paths.stepped({ align: 1 }), points: { show: false } }],
    hooks: {
      drawClear: [(chart) => drawBands(chart, told, style)],
      draw: [(chart) => drawTellings(chart, told, style)],
      setCursor: [(chart) => {
        const left = chart.cursor.left;
        if (left === undefined || left < 0) return;
        const at = chart.posToVal(left, "x");
        const index = told.days.findLastIndex((day) => day <= at);
        readout.textContent = index < 0 ? "" : says(index);
      }],
    },
  }, [days, held(told.best)], box);
}

if (box && window.uPlot) {
  const told = JSON.parse(box.dataset.series);
  const drawn = document.querySelector(".timeline .drawn");
  const readout = document.querySelector("[data-readout]");
  let chart = null, at = -1;
  const redraw = () => { chart?.destroy(); chart = draw(told, readout); };
  box.hidden = false;
  readout.hidden = false;
  readout.textContent = told.says.at(-1) ?? "";
  // The SVG stays for paper, where a canvas is coarse.
  drawn.classList.add("for-print");
  redraw();
  new ResizeObserver(() => { if (chart && Math.abs(chart.width - box.clientWidth) > 1) redraw(); }).observe(box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  box.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || !told.days.length) return;
    event.preventDefault();
    at = at < 0 ? (step > 0 ? 0 : told.days.length - 1) : Math.min(told.days.length - 1, Math.max(0, at + step));
    chart.setCursor({ left: chart.valToPos(told.days[at], "x") + 0.5, top: 10 });
  });
}
