"use strict";
window.portal = {
  theme(name) {
    document.cookie = `portal.theme=${name};path=/;max-age=31536000;samesite=lax`;
    document.documentElement.dataset.theme = name;
  },
  show(id) { const e = document.getElementById(id); e?.classList.add("shown"); e?.scrollIntoView({ block: "center" }); },
  print() { window.print(); },
  center(selector) { document.querySelector(selector)?.scrollIntoView({ block: "nearest", inline: "center" }); },
  isWide() { return window.matchMedia("(min-width: 1100px)").matches; },
  focus(selector) { document.querySelector(selector)?.focus(); },
  // Single-key shortcuts of a page; never while somebody types.
  keys(page, keys) {
    const typing = "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])";
    const on = e => {
      const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
      if (e.altKey || e.ctrlKey || e.metaKey || !keys.includes(key) || e.target.closest(typing) || (key === "Enter" && e.target.closest("a, button, summary, input"))) return;
      e.preventDefault();
      page.invokeMethodAsync("OnKeyAsync", key);
    };
    document.addEventListener("keydown", on);
    return { stop() { document.removeEventListener("keydown", on); } };
  }
};
