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
  focus(selector) { document.querySelector(selector)?.focus(); }
};
