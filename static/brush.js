// A range of bars: drag over them, or Shift and the arrow keys. It ends at the address of a bar
// with the last day of another one.
(() => {
  "use strict";
  const FAR = { mouse: 5, pen: 5, touch: 9 };
  const CARRIED = ["hx-get", "hx-target", "hx-swap", "hx-push-url"];
  const HOW = matchMedia("(pointer: coarse)").matches
    ? "Drag over the bars to choose a period"
    : "Drag over the bars, or use Shift+→, to choose a period";
  let drag = null;
  let anchor = -1;
  let hushed = false;

  const barsIn = (nav) => [...nav.querySelectorAll(".bars a")];
  // Not every histogram leads to a range.
  const BRUSHED = ".histogram:has(.range-said)";
  const navOf = (element) => element.closest?.(BRUSHED);
  const ends = (a, b) => (a < b ? [a, b] : [b, a]);

  function words(bars, a, b) {
    const [low, high] = ends(a, b);
    if (low === high) return bars[low].title;
    const events = bars.slice(low, high + 1).reduce((sum, bar) => sum + Number(bar.dataset.events), 0);
    return `${bars[low].dataset.period} to ${bars[high].dataset.period}: ${events} event${events === 1 ? "" : "s"} within it`;
  }
  function pick(nav, a, b) {
    const bars = barsIn(nav);
    const [low, high] = ends(a, b);
    bars.forEach((bar, at) => bar.parentElement.classList.toggle("picked", at >= low && at <= high));
    nav.querySelector("output").textContent = words(bars, a, b);
    nav.querySelector(".hint").hidden = true;
  }
  function giveUp(nav, said = "") {
    anchor = -1;
    drag = null;
    nav.querySelectorAll(".picked").forEach((each) => each.classList.remove("picked"));
    nav.querySelector("output").textContent = said;
    nav.querySelector(".hint").hidden = Boolean(said);
  }
  function go(nav, a, b) {
    const bars = barsIn(nav);
    const [low, high] = ends(a, b);
    anchor = -1;
    if (low === high) return bars[low].click();
    const end = bars[high].href.match(/[?&]to=([^&]*)/)[1];
    const link = document.createElement("a");
    link.href = bars[low].getAttribute("href").replace(/([?&]to=)[^&]*/, `$1${end}`);
    for (const name of CARRIED) {
      const value = bars[low].getAttribute(name);
      if (value) link.setAttribute(name, name === "hx-get" ? link.getAttribute("href") : value);
    }
    link.textContent = words(bars, a, b);
    nav.querySelector("output").replaceChildren(link);
    htmx.process(link);
    return link.click();
  }

  // One bar is reached with Tab, the others with the arrow keys.
  function ready() {
    document.querySelectorAll(BRUSHED).forEach((nav) => {
      const bars = barsIn(nav);
      const first = Math.max(0, bars.findIndex((bar) => !bar.parentElement.matches(".beside")));
      bars.forEach((bar, at) => { bar.tabIndex = at === first ? 0 : -1; });
      nav.querySelector(".hint").textContent = HOW;
    });
    anchor = -1;
    drag = null;
  }
  document.addEventListener("keydown", (event) => {
    const nav = navOf(event.target);
    if (event.key === "Escape" && drag?.moved) {
      hushed = true;
      giveUp(drag.nav, "No period chosen");
    }
    if (!nav || !event.target.matches(".bars a") || event.ctrlKey || event.metaKey || event.altKey) return;
    const bars = barsIn(nav);
    const at = bars.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = Math.min(bars.length - 1, Math.max(0, to));
      if (event.shiftKey && anchor < 0) anchor = at;
      else if (!event.shiftKey && anchor >= 0) giveUp(nav);
      event.target.tabIndex = -1;
      bars[next].tabIndex = 0;
      bars[next].focus();
      if (event.shiftKey) pick(nav, anchor, next);
    } else if (event.key === "Enter" && anchor >= 0 && !event.shiftKey) {
      event.preventDefault();
      go(nav, anchor, at);
    } else if (event.key === "Escape" && anchor >= 0) {
      giveUp(nav, "No period chosen");
    }
  });

  function under(bars, x) {
    const at = bars.findIndex((bar) => x < bar.getBoundingClientRect().right + 1);
    return at < 0 ? bars.length - 1 : at;
  }
  document.addEventListener("pointerdown", (event) => {
    hushed = false;
    const bar = event.target.closest?.(`${BRUSHED} .bars a`);
    if (!bar || event.button || !event.isPrimary || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const nav = navOf(bar);
    drag = { nav, bars: barsIn(nav), x: event.clientX, moved: false };
    drag.from = drag.to = drag.bars.indexOf(bar);
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag || !event.isPrimary) return;
    if (!drag.moved && Math.abs(event.clientX - drag.x) < FAR[event.pointerType || "mouse"]) return;
    if (!drag.moved) drag.nav.querySelector(".bars").setPointerCapture(event.pointerId);
    drag.moved = true;
    drag.to = under(drag.bars, event.clientX);
    pick(drag.nav, drag.from, drag.to);
  });
  document.addEventListener("pointerup", () => {
    const done = drag;
    drag = null;
    if (!done?.moved) return;
    hushed = true;
    go(done.nav, done.from, done.to);
  });
  document.addEventListener("pointercancel", () => { if (drag) giveUp(drag.nav); });
  // The end of a drag is no click on the bar under it.
  document.addEventListener("click", (event) => {
    if (!hushed || !event.isTrusted) return;
    hushed = false;
    if (!navOf(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener("dragstart", (event) => { if (navOf(event.target)) event.preventDefault(); });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target.id === "view") ready(); });
  ready();
})();
