// Keys for the whole site. Never while something is typed, never with Ctrl, Alt or Meta.
(() => {
  "use strict";
  const TYPED = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], dialog";
  const PLACES = { s: "/storylines/", a: "/actors/", o: "/sources/" };
  const LONG = 1500;
  const OFF = "dateline:keys-off";
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const dialog = document.getElementById("keys");
  const events = () => [...document.querySelectorAll("article.event")];
  let going = 0;

  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem(OFF);
      return value ? localStorage.setItem(OFF, "1") : localStorage.removeItem(OFF);
    } catch {
      return null;
    }
  }
  let off = Boolean(stored());

  function inView(event) {
    const box = event.getBoundingClientRect();
    return box.bottom > 60 && box.top < innerHeight;
  }
  // The event with the focus, unless it was scrolled away from.
  function focused() {
    const event = document.activeElement?.closest("article.event");
    return event && inView(event) ? event : null;
  }
  // Where nothing is in view yet, the first one below.
  const nearest = (all) => all.find(inView) ?? all.find((each) => each.getBoundingClientRect().top > 0);
  function visit(event) {
    const title = event.querySelector("h3 a");
    title.focus({ preventScroll: true });
    event.scrollIntoView({ block: "nearest" });
    if (title.getBoundingClientRect().top < 0) event.scrollIntoView({ block: "start" });
  }
  function step(by) {
    const all = events();
    const at = all.indexOf(focused());
    const next = at < 0 ? nearest(all) : all[at + by];
    if (next) return visit(next);
    const more = by > 0 && document.querySelector("#more a");
    if (more) {
      more.focus();
      more.click();
    } else say(by > 0 ? "This is the last event" : "This is the first event");
    return undefined;
  }
  function passage() {
    const event = focused() ?? nearest(events());
    if (!event) return;
    const open = event.querySelector(".opens[aria-expanded=true]");
    const link = open ?? document.activeElement.closest(".opens") ?? event.querySelector(".opens");
    if (!link) return;
    link.click();
    if (open) return;
    const slot = document.querySelector(link.getAttribute("hx-target"));
    slot?.addEventListener("htmx:afterSettle", () => slot.scrollIntoView({ block: "nearest" }), { once: true });
  }
  function copy() {
    const button = document.querySelector(".slot .passage [data-copy]");
    if (button) button.click();
    else say("No passage is open: o opens one");
  }
  function search() {
    const box = document.querySelector(".search input");
    box?.focus();
    box?.select();
  }
  function goTo(key) {
    const links = [...document.querySelectorAll(".top nav a")];
    const link = key === "t" ? links[0] : links.find((each) => PLACES[key] && each.pathname.endsWith(PLACES[key]));
    link?.click();
    return Boolean(link);
  }

  const WITH_EVENTS = { j: () => step(1), k: () => step(-1), o: passage, c: copy };
  const ANYWHERE = { "/": search, "?": () => dialog.showModal() };
  document.addEventListener("keydown", (event) => {
    if (off || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (dialog.open || event.target.closest?.(TYPED)) return;
    const went = going && event.timeStamp - going < LONG;
    going = 0;
    if (went && goTo(event.key)) return event.preventDefault();
    if (event.key === "g") going = event.timeStamp;
    const act = ANYWHERE[event.key] ?? (events().length ? WITH_EVENTS[event.key] : null);
    if (!act) return undefined;
    event.preventDefault();
    return act();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) dialog.showModal();
    else if (event.target === dialog) dialog.close();
  });
  const box = document.getElementById("keys-on");
  box.checked = !off;
  box.addEventListener("change", () => {
    off = !box.checked;
    stored(off);
  });
})();
