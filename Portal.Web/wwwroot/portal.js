"use strict";
// The line to the server is gone: said, tried again by itself and by button; when the server does not know the page any more it is
// loaded anew. What was typed lies there as a draft.
{
  const box = document.getElementById("components-reconnect-modal");
  const again = async () => { try { if (await Blazor.reconnect() === false) location.reload(); } catch { /* still away */ } };
  // The framework waits longer and longer between its tries: a server that is there again after a restart is found within two seconds.
  let asking = null;
  const ask = async () => {
    try { if ((await fetch("/portal.js", { method: "HEAD", cache: "no-store" })).ok) await again(); } catch { /* still away */ }
    asking = box.open ? setTimeout(ask, 2000) : null;
  };
  box?.addEventListener("components-reconnect-state-changed", e => {
    const state = e.detail.state;
    if (state === "hide") { box.close(); return; }
    if (state === "rejected") { location.reload(); return; }
    if (!box.open) box.showModal();
    asking ??= setTimeout(ask, 2000);
    if (state === "failed") document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") again(); }, { once: true });
  });
  document.getElementById("noi-lai")?.addEventListener("click", again);
}
// While somebody works here the session goes on; when nobody does, it ends on the server.
if (document.getElementById("components-reconnect-modal")) {
  const pause = 60000;
  let last = Date.now(), waiting = null;
  const tell = () => { waiting = null; last = Date.now(); fetch("/phien", { method: "POST", headers: { "X-Portal": "1" } }).catch(() => { }); };
  const worked = () => { if (!waiting) { const due = last + pause - Date.now(); if (due <= 0) tell(); else waiting = setTimeout(tell, due); } };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) document.addEventListener(kind, worked, { passive: true, capture: true });
}
window.portal = {
  theme(name) {
    document.cookie = `portal.theme=${name};path=/;max-age=31536000;samesite=lax${location.protocol === "https:" ? ";secure" : ""}`;
    document.documentElement.dataset.theme = name;
  },
  show(id) { const e = document.getElementById(id); e?.classList.add("shown"); e?.scrollIntoView({ block: "center" }); },
  print() { window.print(); },
  // What was drawn before has been shown when this answers.
  reached() { },
  center(selector) { document.querySelector(selector)?.scrollIntoView({ block: "nearest", inline: "center" }); },
  isWide() { return window.matchMedia("(min-width: 1100px)").matches; },
  focus(selector) { document.querySelector(selector)?.focus(); },
  // The text of an area as a stream: it may be larger than one message.
  text(selector) { return new TextEncoder().encode(document.querySelector(selector).value); },
  // Brings the chosen step into the middle of a drawing, without moving the page.
  reveal(box) {
    const rect = box?.querySelector?.('.node.now rect');
    if (!rect) return;
    const b = box.getBoundingClientRect(), r = rect.getBoundingClientRect();
    box.scrollBy(r.left - b.left - (b.width - r.width) / 2, r.top - b.top - (b.height - r.height) / 2);
  },
  // Marks a line of a text area and brings it into view.
  line(selector, number) {
    const area = document.querySelector(selector);
    if (!area) return;
    const lines = area.value.split('\n');
    const from = lines.slice(0, number - 1).reduce((sum, l) => sum + l.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[number - 1] ?? '').length);
    area.scrollTop = Math.max(0, (number - 6) * (area.scrollHeight / lines.length));
  },
  // Steps of a diagram are dragged here and reported once, where they are let go; arrow keys move them too.
  drag(svg, page) {
    let held = null;
    const scale = () => svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
    const down = e => { const g = e.target.closest("g[data-path]"); if (g) { held = { g, x: e.clientX, y: e.clientY, moved: false }; } };
    const move = e => {
      if (!held) return;
      const dx = (e.clientX - held.x) * scale(), dy = (e.clientY - held.y) * scale();
      if (!held.moved && Math.hypot(dx, dy) < 5) return;
      held.moved = true;
      held.g.setAttribute("transform", `translate(${dx} ${dy})`);
    };
    // The page draws the step at its new place, or leaves it where it was: what the hand added goes when it has answered.
    const up = e => {
      const { g, x, y, moved } = held ?? {};
      held = null;
      if (!moved) return;
      // It was no click: nothing is chosen, and the drawing stays where it is.
      const still = e => e.stopPropagation();
      svg.addEventListener("click", still, true);
      setTimeout(() => svg.removeEventListener("click", still, true));
      page.invokeMethodAsync("OnMovedAsync", g.dataset.path, (e.clientX - x) * scale(), (e.clientY - y) * scale())
        .finally(() => g.removeAttribute("transform"));
    };
    const drop = e => {
      if (!held || (e.type === "keydown" && e.key !== "Escape")) return;
      held.g.removeAttribute("transform");
      held = null;
    };
    const key = e => {
      const g = e.target.closest("g[data-path]"), step = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] }[e.key];
      if (!g || (!step && e.key !== "Enter" && e.key !== " ")) return;
      e.preventDefault();
      if (step) page.invokeMethodAsync("OnMovedAsync", g.dataset.path, step[0], step[1]); else page.invokeMethodAsync("OnChosenAsync", g.dataset.path);
    };
    svg.addEventListener("pointerdown", down); svg.addEventListener("keydown", key);
    const listeners = { pointermove: move, pointerup: up, pointercancel: drop, keydown: drop };
    for (const [kind, listener] of Object.entries(listeners)) window.addEventListener(kind, listener);
    return { stop() { for (const [kind, listener] of Object.entries(listeners)) window.removeEventListener(kind, listener); } };
  },
  // Brings a row of a list into sight, without moving what is in sight already.
  show(selector) { document.querySelector(selector)?.scrollIntoView({ block: "nearest" }); },
  // Single-key shortcuts of a page; never while somebody types.
  keys(page, keys) {
    const typing = "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])";
    const on = e => {
      const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
      // A key that is held down decides once: the next one that opens is looked at first.
      if (e.repeat || e.altKey || e.ctrlKey || e.metaKey || !keys.includes(key) || e.target.closest(typing) || (key === "Enter" && e.target.closest("a, button, summary, input"))) return;
      e.preventDefault();
      page.invokeMethodAsync("OnKeyAsync", key);
    };
    document.addEventListener("keydown", on);
    return { stop() { document.removeEventListener("keydown", on); } };
  }
};
