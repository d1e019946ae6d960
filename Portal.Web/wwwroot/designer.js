// The canvas of a process definition. The server draws it; what the hand does is followed here and reported when it is done, so that it
// is as quick over a slow line as beside the server. Places are points of the drawing; the view says where it lies and how large it is.
const NS = "http://www.w3.org/2000/svg";
const WIDTH = 190, HEIGHT = 70, GRID = 10, ALIGN = 6, STILL = 4, COPIED = "portal-steps ";
const isTyping = e => e.target.closest?.("textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])");

export function open(root, page, mayEdit, chosen) {
  const canvas = new Canvas(root, page, mayEdit);
  canvas.begin(chosen);
  return canvas;
}

class Canvas {
  constructor(root, page, mayEdit) {
    this.root = root; this.page = page; this.mayEdit = mayEdit;
    this.box = root.querySelector(".canvas");
    this.svg = this.box.querySelector("svg");
    this.scene = this.svg.querySelector(".scene");
    this.map = this.box.querySelector(".minimap");
    this.over = this.svg.appendChild(document.createElementNS(NS, "g"));
    this.over.classList.add("over");
    this.view = { x: 20, y: 20, k: 1 };
    this.picked = new Set();
    this.line = null; this.hoverStep = null; this.hoverLine = null;
    this.held = null; this.fingers = new Map(); this.waiting = null; this.nudge = null;
    this.ends = [];
    this.listen();
  }

  listen() {
    const on = (target, kind, act, options) => {
      target.addEventListener(kind, act, options);
      this.ends.push(() => target.removeEventListener(kind, act, options));
    };
    on(this.svg, "pointerdown", e => this.down(e));
    on(window, "pointermove", e => this.move(e));
    on(window, "pointerup", e => this.up(e));
    on(window, "pointercancel", () => this.drop());
    on(this.svg, "wheel", e => this.wheel(e), { passive: false });
    on(this.svg, "keydown", e => this.stepKey(e));
    on(this.svg, "focusin", e => { if (e.target.matches?.(":focus-visible")) this.show(e.target.dataset.path); });
    on(this.map, "pointerdown", e => { this.held = { kind: "map" }; this.toMap(e); e.preventDefault(); });
    on(this.root, "click", e => this.tool(e));
    on(document, "keydown", e => this.key(e));
    if (this.mayEdit) {
      on(document, "copy", e => this.copy(e));
      on(document, "paste", e => this.paste(e));
    }
    this.watch = new MutationObserver(() => this.drawn());
    this.watch.observe(this.scene, { childList: true, subtree: true, attributes: true, attributeFilter: ["transform", "d", "class"] });
    this.sizes = new ResizeObserver(() => this.look());
    this.sizes.observe(this.box);
  }

  close() {
    this.ends.forEach(end => end());
    this.watch.disconnect();
    this.sizes.disconnect();
    clearTimeout(this.nudge?.timer);
  }

  // ---- what is drawn

  begin(chosen) {
    this.read();
    const whole = this.whole(), room = this.room();
    const k = Math.min((room.width - 40) / whole.width, (room.height - 40) / whole.height, 1);
    if (k >= .55 || !this.steps.has(chosen)) this.fit();
    else { this.view.k = .8; this.center(chosen); }
  }

  read() {
    this.steps = new Map();
    for (const g of this.scene.querySelectorAll("g.node")) {
      const [x, y] = (g.getAttribute("transform") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [0, 0];
      this.steps.set(g.dataset.path ?? `#${this.steps.size}`, { g, x, y });
    }
    for (const path of this.picked) if (!this.steps.has(path)) this.picked.delete(path);
    if (this.line && !this.lineOf(this.line)) this.line = null;
    if (this.hoverLine && !this.lineOf(this.hoverLine)) this.hoverLine = null;
    if (this.hoverStep && !this.steps.has(this.hoverStep)) this.hoverStep = null;
  }

  // The server has drawn: what the hand had added to the places goes in the same moment.
  drawn() {
    this.settle();
    this.read();
    this.look();
  }

  settle() {
    if (!this.waiting || this.held) return;
    this.waiting = null;
    for (const e of this.scene.querySelectorAll("[style]")) e.removeAttribute("style");
  }

  look() {
    this.asked ??= requestAnimationFrame(() => {
      this.asked = null;
      const { x, y, k } = this.view;
      this.scene.style.transform = this.over.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
      this.drawOver();
      // While steps are in the hand nothing else moves.
      if (!this.held?.trails) this.drawMap();
    });
  }

  make(kind, attributes, parent = this.over) {
    const e = document.createElementNS(NS, kind);
    for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
    return parent.appendChild(e);
  }

  // Handles, frames and what is being drawn, above the steps.
  drawOver() {
    this.over.replaceChildren();
    for (const path of this.picked) {
      const s = this.steps.get(path), t = this.shift(path);
      this.make("rect", { class: "picked", x: s.x + t.x - 5, y: s.y + t.y - 5, width: WIDTH + 10, height: HEIGHT + 10, rx: 10 });
    }
    if (!this.mayEdit) return;
    if (this.held?.guides) for (const d of this.held.guides) this.make("path", { class: "guide", d });
    if (this.held?.band) {
      const b = this.held.band;
      this.make("rect", { class: "band", x: b.x, y: b.y, width: b.width, height: b.height });
    }
    if (this.held?.drawing) {
      this.make("path", { class: "drawing", d: this.held.drawing, "marker-end": "url(#arrow)" });
      const target = this.steps.get(this.held.over);
      if (target) this.make("rect", { class: "target", x: target.x - 4, y: target.y - 4, width: WIDTH + 8, height: HEIGHT + 8, rx: 10 });
    }
    if (this.held?.moved) {
      for (const d of this.held.trails ?? []) this.make("path", { class: "drawing", d, "marker-end": "url(#arrow)" });
      return;
    }
    this.drawPorts();
    this.drawLine();
  }

  // Handles keep their size whatever the zoom.
  get handle() { return Math.min(4, Math.max(.7, 1 / this.view.k)); }

  drawPorts() {
    const shown = this.hoverStep ?? (this.picked.size === 1 ? [...this.picked][0] : null);
    const step = this.steps.get(shown);
    if (!step) return;
    const ports = this.portsOf(step.g);
    ports.forEach(([port, word], i) => {
      const y = step.y + HEIGHT * (i + 1) / (ports.length + 1);
      const g = this.make("g", { class: "port", "data-from": shown, "data-port": port, transform: `translate(${step.x + WIDTH} ${y}) scale(${Math.min(this.handle, 1.4)})` });
      this.make("circle", { r: 12, class: "hit" }, g);
      this.make("circle", { r: 6.5 }, g);
      this.make("path", { d: "M-3 0H3M0 -3V3" }, g);
      this.make("title", {}, g).textContent = word;
    });
  }

  drawLine() {
    const key = this.line ?? this.hoverLine, g = key && this.lineOf(key);
    if (!g) return;
    const path = g.querySelector("path"), length = path.getTotalLength();
    const middle = path.getPointAtLength(length / 2), end = path.getPointAtLength(length);
    if (key === this.line) {
      this.make("path", { class: "line-picked", d: path.getAttribute("d") });
      this.make("circle", { class: "line-end", r: 7 * this.handle, cx: end.x, cy: end.y, "data-line": key });
    }
    const plus = this.make("g", { class: "plus", "data-line": key, transform: `translate(${middle.x} ${middle.y}) scale(${this.handle})` });
    this.make("circle", { r: 10 }, plus);
    this.make("path", { d: "M-5 0H5M0 -5V5" }, plus);
  }

  drawMap() {
    const whole = this.whole(), room = this.room(), seen = this.seen();
    const all = seen.x <= whole.x && seen.y <= whole.y && seen.x + seen.width >= whole.x + whole.width && seen.y + seen.height >= whole.y + whole.height;
    this.map.style.display = all || room.width < 420 ? "none" : "";
    if (all) return;
    const pad = 60;
    this.map.setAttribute("viewBox", `${whole.x - pad} ${whole.y - pad} ${whole.width + 2 * pad} ${whole.height + 2 * pad}`);
    this.map.replaceChildren();
    let d = "";
    for (const s of this.steps.values()) d += `M${s.x} ${s.y}h${WIDTH}v${HEIGHT}h-${WIDTH}z`;
    this.make("path", { class: "steps", d }, this.map);
    this.make("rect", { class: "seen", ...seen }, this.map);
  }

  // ---- places

  portsOf(g) { try { return JSON.parse(g.dataset.ports ?? "[]"); } catch { return []; } }
  lineOf(key) { return this.scene.querySelector(`g.line[data-line="${CSS.escape(key)}"]`); }
  // Asked once while the hand holds something: asking makes the browser lay everything out.
  room() { return this.held?.room ?? this.svg.getBoundingClientRect(); }
  shift(path) { return this.held?.moved && this.held.paths?.includes(path) ? this.held.by : this.nudge?.paths.includes(path) ? this.nudge : { x: 0, y: 0 }; }
  point(e) {
    const r = this.room();
    return { x: (e.clientX - r.left - this.view.x) / this.view.k, y: (e.clientY - r.top - this.view.y) / this.view.k };
  }
  whole() {
    const all = [...this.steps.values()];
    if (all.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
    const x = Math.min(...all.map(s => s.x)), y = Math.min(...all.map(s => s.y));
    return { x, y, width: Math.max(...all.map(s => s.x)) + WIDTH - x, height: Math.max(...all.map(s => s.y)) + HEIGHT - y };
  }
  seen() {
    const r = this.room(), { x, y, k } = this.view;
    return { x: -x / k, y: -y / k, width: r.width / k, height: r.height / k };
  }

  // ---- the view

  fit() {
    const whole = this.whole(), r = this.room();
    const k = Math.max(.03, Math.min((r.width - 40) / whole.width, (r.height - 40) / whole.height, 1.2));
    this.view = { k, x: (r.width - whole.width * k) / 2 - whole.x * k, y: (r.height - whole.height * k) / 2 - whole.y * k };
    this.look();
  }
  zoom(factor, x = this.room().width / 2, y = this.room().height / 2) {
    const k = Math.min(2.5, Math.max(.03, this.view.k * factor)), by = k / this.view.k;
    this.view = { k, x: x - (x - this.view.x) * by, y: y - (y - this.view.y) * by };
    this.look();
  }
  center(path) {
    const s = this.steps.get(path), r = this.room(), k = this.view.k;
    if (!s) return;
    this.view = { k, x: r.width / 2 - (s.x + WIDTH / 2) * k, y: r.height / 2 - (s.y + HEIGHT / 2) * k };
    this.look();
  }
  // A step that is out of sight comes into the middle; one that is seen stays where it is.
  reveal(path) {
    this.read();
    if (path && this.steps.has(path) && !(this.picked.size > 1 && this.picked.has(path))) this.picked = new Set([path]);
    this.show(path);
  }
  show(path) {
    const s = this.steps.get(path), seen = this.seen();
    if (s && (s.x < seen.x || s.y < seen.y || s.x + WIDTH > seen.x + seen.width || s.y + HEIGHT > seen.y + seen.height)) this.center(path);
    else this.look();
  }
  wheel(e) {
    e.preventDefault();
    const r = this.room();
    if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) { this.view.x -= e.deltaX || e.deltaY; this.look(); }
    else this.zoom(Math.exp(-e.deltaY * .0016), e.clientX - r.left, e.clientY - r.top);
  }
  toMap(e) {
    const box = this.map.viewBox.baseVal, r = this.map.getBoundingClientRect(), room = this.room();
    const k = Math.max(box.width / r.width, box.height / r.height);
    const x = box.x + box.width / 2 + (e.clientX - r.left - r.width / 2) * k, y = box.y + box.height / 2 + (e.clientY - r.top - r.height / 2) * k;
    this.view = { ...this.view, x: room.width / 2 - x * this.view.k, y: room.height / 2 - y * this.view.k };
    this.look();
  }
  tool(e) {
    const does = e.target.closest("[data-do]")?.dataset.do;
    if (does === "fit") this.fit();
    if (does === "in") this.zoom(1.25);
    if (does === "out") this.zoom(.8);
  }

  // ---- the hand

  down(e) {
    this.fingers.set(e.pointerId, e);
    if (this.fingers.size === 2) { this.drop(); this.held = { kind: "pinch", apart: this.apart() }; return; }
    if (this.held) return;
    this.endMenu();
    const from = { x: e.clientX, y: e.clientY }, start = this.point(e);
    const port = e.target.closest(".port"), plus = e.target.closest(".plus"), end = e.target.closest(".line-end");
    const node = e.target.closest("g.node[data-path]"), line = e.target.closest("g.line[data-line]");
    if (e.button === 0 && this.mayEdit && port) this.held = { kind: "connect", from, step: port.dataset.from, port: port.dataset.port };
    else if (e.button === 0 && this.mayEdit && end) this.held = { kind: "connect", from, ...this.parts(end.dataset.line), isLed: true };
    else if (e.button === 0 && this.mayEdit && plus) this.held = { kind: "plus", from, line: plus.dataset.line };
    else if (e.button === 0 && node) this.downOnStep(e, node, from, start);
    else if (e.button === 0 && this.mayEdit && line) this.held = { kind: "line", from, line: line.dataset.line };
    else if (e.button === 0 && e.shiftKey && this.mayEdit) this.held = { kind: "band", from, start };
    else if (e.button <= 1) this.held = { kind: "pan", from, view: { ...this.view } };
    if (this.held) this.held.room = this.svg.getBoundingClientRect();
    if (this.held && this.held.kind !== "steps") e.preventDefault();
  }

  downOnStep(e, node, from, start) {
    const path = node.dataset.path;
    const paths = this.picked.has(path) ? [...this.picked] : [path];
    this.held = { kind: "steps", from, start, path, paths, adds: e.shiftKey || e.ctrlKey || e.metaKey };
  }

  move(e) {
    if (this.fingers.has(e.pointerId)) this.fingers.set(e.pointerId, e);
    const held = this.held;
    if (!held) { this.hover(e); return; }
    if (held.kind === "map") { this.toMap(e); return; }
    if (held.kind === "pinch") { this.pinch(); return; }
    if (!held.moved && Math.hypot(e.clientX - held.from.x, e.clientY - held.from.y) < STILL) return;
    if (!held.moved && held.kind === "steps" && !this.mayEdit) this.held = { kind: "pan", from: held.from, view: { ...this.view }, moved: true };
    held.moved = true;
    if (this.held.kind === "pan") this.view = { ...this.view, x: this.held.view.x + e.clientX - held.from.x, y: this.held.view.y + e.clientY - held.from.y };
    if (held.kind === "steps" && this.mayEdit) this.dragSteps(this.point(e));
    if (held.kind === "band") this.stretch(this.point(e));
    if (held.kind === "connect") this.lead(e);
    this.look();
  }

  hover(e) {
    if (!this.mayEdit || e.pointerType === "touch" || !this.box.contains(e.target)) return;
    const step = e.target.closest?.("g.node[data-path]")?.dataset.path ?? e.target.closest?.(".port")?.dataset.from ?? null;
    const line = step ? null : e.target.closest?.("[data-line]")?.dataset.line ?? null;
    if (step === this.hoverStep && line === this.hoverLine) return;
    this.hoverStep = step; this.hoverLine = line;
    this.look();
  }

  dragSteps(at) {
    const held = this.held, first = this.steps.get(held.path);
    let x = Math.round((first.x + at.x - held.start.x) / GRID) * GRID, y = Math.round((first.y + at.y - held.start.y) / GRID) * GRID;
    held.far ??= this.hideFar(held.paths);
    held.guides = [];
    held.others ??= [...this.steps].filter(([path]) => !held.paths.includes(path)).map(([, s]) => s);
    for (const s of held.others) {
      if (Math.abs(s.x - x) <= ALIGN) { x = s.x; held.guides[0] = `M${x + WIDTH / 2} ${Math.min(s.y, y)}V${Math.max(s.y, y) + HEIGHT}`; }
      if (Math.abs(s.y - y) <= ALIGN) { y = s.y; held.guides[1] = `M${Math.min(s.x, x)} ${y + HEIGHT / 2}H${Math.max(s.x, x) + WIDTH}`; }
    }
    held.guides = held.guides.filter(Boolean);
    held.by = { x: x - first.x, y: y - first.y };
    this.place(held.paths, held.by);
    held.trails = this.trails(held.paths, held.by);
  }

  // What is out of sight is not drawn again with every frame of a drag.
  hideFar(paths) {
    const seen = this.seen(), near = 150, far = new Set();
    for (const [path, s] of this.steps) {
      if (paths.includes(path) || (s.x + WIDTH > seen.x - near && s.x < seen.x + seen.width + near
        && s.y + HEIGHT > seen.y - near && s.y < seen.y + seen.height + near)) continue;
      far.add(path);
      s.g.style.display = "none";
    }
    for (const g of this.scene.querySelectorAll("g.line[data-line]"))
      if (far.has(g.dataset.to) && far.has(this.parts(g.dataset.line).step)) g.style.display = "none";
    return far;
  }

  // Steps stand elsewhere until the server has drawn them there.
  place(paths, by) {
    for (const path of paths) { const s = this.steps.get(path); if (s) s.g.style.translate = `${by.x}px ${by.y}px`; }
  }

  // Lines of steps in the hand: those between two of them go along, others are drawn anew.
  trails(paths, by) {
    this.held.lines ??= [...this.scene.querySelectorAll("g.line[data-line]")]
      .map(g => ({ g, to: g.dataset.to, ...this.parts(g.dataset.line) }))
      .filter(l => paths.includes(l.step) || paths.includes(l.to));
    const trails = [];
    for (const { g, step, port, to } of this.held.lines) {
      const [a, b] = [paths.includes(step), paths.includes(to)];
      if (a && b) { g.style.translate = `${by.x}px ${by.y}px`; continue; }
      g.style.opacity = "0";
      const s = this.steps.get(step), t = this.steps.get(to);
      if (s && t) trails.push(this.elbow(this.exit(s, port, a ? by : null), { x: t.x + (b ? by.x : 0), y: t.y + HEIGHT / 2 + (b ? by.y : 0) }));
    }
    return trails;
  }

  exit(step, port, by) {
    const ports = this.portsOf(step.g), i = Math.max(0, ports.findIndex(p => p[0] === port));
    return { x: step.x + WIDTH + (by?.x ?? 0), y: step.y + HEIGHT * (i + 1) / (Math.max(1, ports.length) + 1) + (by?.y ?? 0) };
  }
  elbow(a, b) {
    if (b.x - a.x > 20) { const m = (a.x + b.x) / 2; return `M${a.x} ${a.y}H${m}V${b.y}H${b.x}`; }
    const m = Math.abs(b.y - a.y) > HEIGHT + 30 ? (a.y + b.y) / 2 : Math.max(a.y, b.y) + HEIGHT;
    return `M${a.x} ${a.y}h16V${m}H${b.x - 20}V${b.y}H${b.x}`;
  }
  parts(key) { const at = key.indexOf("|"); return { step: key.slice(0, at), port: key.slice(at + 1) }; }

  stretch(at) {
    const s = this.held.start;
    this.held.band = { x: Math.min(s.x, at.x), y: Math.min(s.y, at.y), width: Math.abs(at.x - s.x), height: Math.abs(at.y - s.y) };
  }
  lead(e) {
    const at = this.point(e), step = this.steps.get(this.held.step);
    this.held.over = document.elementFromPoint(e.clientX, e.clientY)?.closest?.("g.node[data-path]")?.dataset.path ?? null;
    const target = this.steps.get(this.held.over);
    this.held.drawing = this.elbow(this.exit(step, this.held.port), target ? { x: target.x, y: target.y + HEIGHT / 2 } : at);
  }
  apart() {
    const [a, b] = [...this.fingers.values()];
    return { length: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
  }
  pinch() {
    if (this.fingers.size !== 2) return;
    const now = this.apart(), before = this.held.apart, r = this.room();
    this.view.x += now.x - before.x; this.view.y += now.y - before.y;
    this.zoom(now.length / Math.max(1, before.length), now.x - r.left, now.y - r.top);
    this.held.apart = now;
  }

  up(e) {
    this.fingers.delete(e.pointerId);
    const held = this.held;
    if (!held) return;
    this.held = null;
    if (held.moved && held.kind !== "map") this.noClick();
    if (held.kind === "steps") this.upOnStep(held);
    if (held.kind === "band" && held.band) this.pickIn(held.band);
    if (held.kind === "line" && !held.moved) { this.picked.clear(); this.line = held.line; this.noClick(); }
    if (held.kind === "plus" && !held.moved) this.insertAt({ ...this.parts(held.line) }, e);
    if (held.kind === "connect") this.connect(held, e);
    if (held.kind === "pan" && !held.moved) { this.picked.clear(); this.line = null; }
    this.look();
  }

  upOnStep(held) {
    this.line = null;
    if (held.moved && this.mayEdit && (held.by.x || held.by.y)) {
      this.report("OnMovedAsync", held.paths, held.by.x, held.by.y);
    } else if (held.moved) {
      this.waiting = {}; this.settle();
    } else if (held.adds) {
      this.noClick();
      if (!this.picked.delete(held.path)) this.picked.add(held.path);
    } else this.picked = new Set([held.path]);
  }

  connect(held, e) {
    if (!held.moved) { if (!held.isLed) this.insertAt(held, e); return; }
    if (held.over && held.over !== held.step) this.report("OnConnectedAsync", held.step, held.port, held.over);
    else if (!held.over && !held.isLed) this.insertAt(held, e);
  }

  insertAt({ step, port }, e) {
    const r = this.box.getBoundingClientRect(), root = this.root.getBoundingClientRect();
    const x = Math.min(e.clientX, r.right - 270) - root.left, y = Math.min(e.clientY, r.bottom - 300) - root.top;
    this.noClick();
    this.page.invokeMethodAsync("OnInsertWanted", step, port, Math.max(0, x), Math.max(0, y));
  }
  endMenu() { if (this.root.querySelector(".insert-menu")) this.page.invokeMethodAsync("OnInsertEnded"); }

  pickIn(band) {
    this.picked = new Set([...this.steps].filter(([, s]) =>
      s.x < band.x + band.width && s.x + WIDTH > band.x && s.y < band.y + band.height && s.y + HEIGHT > band.y).map(([path]) => path));
  }

  // What was no click chooses nothing.
  noClick() {
    const still = e => { e.stopPropagation(); e.preventDefault(); };
    this.svg.addEventListener("click", still, true);
    setTimeout(() => this.svg.removeEventListener("click", still, true));
  }

  // What the hand did stays as it left it until the server has drawn it, or refused it.
  report(method, ...args) {
    this.waiting = {};
    this.page.invokeMethodAsync(method, ...args).finally(() => { this.waiting ??= {}; this.settle(); this.look(); });
  }

  drop() {
    if (!this.held) return;
    this.held = null;
    this.waiting = {};
    this.settle();
    this.look();
  }

  // ---- the keys

  stepKey(e) {
    const g = e.target.closest("g.node[data-path]");
    if (g && (e.key === "Enter" || e.key === " ")) { e.preventDefault(); this.page.invokeMethodAsync("OnChosenAsync", g.dataset.path); }
  }

  key(e) {
    if (e.key === "Escape") { this.drop(); this.picked.clear(); this.line = null; this.endMenu(); this.look(); return; }
    if (!this.mayEdit || e.defaultPrevented || isTyping(e) || document.querySelector(".mud-dialog")) return;
    const ctrl = e.ctrlKey || e.metaKey, key = e.key.toLowerCase();
    if (ctrl && (key === "y" || (key === "z" && e.shiftKey))) { e.preventDefault(); this.page.invokeMethodAsync("OnRedoneAsync"); return; }
    if (ctrl && key === "z") { e.preventDefault(); this.page.invokeMethodAsync("OnUndoneAsync"); return; }
    const isHere = this.box.contains(e.target) || e.target === document.body;
    if (!isHere) return;
    if (ctrl && key === "a") { e.preventDefault(); this.picked = new Set(this.steps.keys()); this.look(); return; }
    if (key === "delete" || key === "backspace") this.remove(e);
    const by = { arrowleft: [-1, 0], arrowright: [1, 0], arrowup: [0, -1], arrowdown: [0, 1] }[key];
    if (by && !ctrl && !e.altKey) this.push(e, by);
  }

  focused(e) { return e.target.closest?.("g.node[data-path]")?.dataset.path; }

  remove(e) {
    const paths = this.picked.size ? [...this.picked] : this.line ? [] : [this.focused(e)].filter(Boolean);
    const lines = this.line ? [this.line] : [];
    if (!paths.length && !lines.length) return;
    e.preventDefault();
    this.picked.clear(); this.line = null;
    this.report("OnRemovedAsync", paths, lines);
  }

  // Keys that follow one another quickly are one move.
  push(e, [dx, dy]) {
    const focused = this.focused(e), paths = this.picked.size ? [...this.picked] : [focused].filter(Boolean);
    if (!paths.length) return;
    e.preventDefault();
    const size = e.shiftKey ? 5 * GRID : GRID, before = this.nudge;
    clearTimeout(before?.timer);
    const nudge = this.nudge = { paths, x: (before?.x ?? 0) + dx * size, y: (before?.y ?? 0) + dy * size };
    this.place(paths, nudge);
    nudge.timer = setTimeout(() => { this.nudge = null; this.report("OnMovedAsync", paths, nudge.x, nudge.y); }, 350);
    this.look();
  }

  // ---- between processes: what was copied is named, the server reads it anew with the rights of who pastes.

  copy(e) {
    if (isTyping(e) || String(getSelection()).trim() || this.picked.size === 0) return;
    e.clipboardData.setData("text/plain", COPIED + JSON.stringify({ version: this.root.dataset.version, paths: [...this.picked] }));
    e.preventDefault();
  }
  paste(e) {
    const text = e.clipboardData.getData("text/plain");
    if (isTyping(e) || !text.startsWith(COPIED)) return;
    try {
      const { version, paths } = JSON.parse(text.slice(COPIED.length));
      e.preventDefault();
      this.report("OnPastedAsync", String(version), paths.map(String));
    } catch { /* something else that begins with the same word */ }
  }
}
