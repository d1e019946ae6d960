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
// A page may move between pressing and letting go: leaving a field shows what is wrong with it, a draft is said to be kept. What was
// pressed counts, not what has come under the pointer meanwhile.
{
  const still = 8;
  let pressed = null, x = 0, y = 0;
  const forget = () => { pressed = null; };
  addEventListener("pointerdown", e => { pressed = e.target.closest?.("button, a[href], summary, label, input[type=checkbox], input[type=radio], .mud-list-item"); x = e.clientX; y = e.clientY; }, true);
  addEventListener("keydown", forget, true);
  addEventListener("click", e => {
    const meant = pressed;
    forget();
    if (!meant?.isConnected || meant.contains(e.target) || Math.hypot(e.clientX - x, e.clientY - y) > still) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    meant.click();
  }, true);
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
  // A page that comes is begun at its heading, unless somebody is typing in it already.
  arrive() {
    const heading = document.querySelector("h1");
    if (!heading || document.activeElement?.matches("main input, main textarea")) return;
    heading.tabIndex = -1;
    heading.focus();
  },
  focus(selector) { document.querySelector(selector)?.focus(); },
  // The text of an area as a stream: it may be larger than one message.
  text(selector) { return new TextEncoder().encode(document.querySelector(selector).value); },
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
  // Brings a row of a list into sight, without moving what is in sight already.
  bringUp(selector) { document.querySelector(selector)?.scrollIntoView({ block: "nearest" }); },
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
