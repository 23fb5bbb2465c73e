// The article reader: claim and passage to and fro, lit up as a pair; n and p go through them.
(() => {
  "use strict";
  const places = [...document.querySelectorAll(".reader .at")];
  const marks = [...document.querySelectorAll(".reader mark")];
  const list = document.querySelector(".cited");
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const idOf = (place) => place.id.slice("cite-".length);
  const entryOf = (place) => document.getElementById(`claim-${place.dataset.claim}`);
  let current = -1;

  // What the address points at: a passage, or the first passage of a claim.
  function pointedAt() {
    const id = location.hash.slice(1);
    return places.findIndex((each) => each.id === id || `claim-${each.dataset.claim}` === id);
  }
  function light() {
    current = pointedAt();
    document.querySelectorAll(".reader .on").forEach((each) => each.classList.remove("on"));
    if (current < 0) return;
    const entry = entryOf(places[current]);
    const whole = location.hash.startsWith("#claim-");
    const lit = places.filter((each, at) => at === current || (whole && entryOf(each) === entry)).map(idOf);
    for (const mark of marks) {
      if (mark.dataset.cites.split(" ").some((id) => lit.includes(id))) mark.classList.add("on");
    }
    entry.classList.add("on");
    // The list scrolls by itself where it stands beside the text.
    if (list.scrollHeight > list.clientHeight && !whole) {
      const away = entry.getBoundingClientRect().top - list.getBoundingClientRect().top;
      list.scrollTop += away - list.clientHeight / 3;
    }
  }
  function go(step) {
    let next = current + step;
    if (current < 0) {
      // The first passage not yet read past, or the last one above.
      const below = places.findIndex((each) => each.getBoundingClientRect().top > 0);
      next = step > 0 ? (below < 0 ? places.length : below) : (below < 0 ? places.length : below) - 1;
    }
    if (next < 0 || next >= places.length) {
      say(step > 0 ? "That was the last passage" : "That was the first passage");
      return;
    }
    const place = places[next];
    current = next;
    location.replace(`#${place.id}`);
    const entry = entryOf(place);
    const number = entry.querySelector(".number").textContent.replace(/\D/g, "");
    const claims = document.querySelectorAll(".cited li").length;
    say(`Claim ${number} of ${claims}: ${entry.querySelector(".words").textContent}`);
  }
  addEventListener("hashchange", light);
  light();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "n" || event.key === "p") {
      event.preventDefault();
      go(event.key === "n" ? 1 : -1);
    }
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".reader mark");
    if (mark && getSelection().isCollapsed) {
      // Of passages over one another the one that begins last is the shortest.
      location.hash = `cite-${mark.dataset.cites.split(" ").at(-1)}`;
      return;
    }
    const link = event.target.closest("[data-fold]");
    if (!link) return;
    event.preventDefault();
    const open = link.dataset.fold === "open";
    document.querySelectorAll(".furniture").forEach((each) => { each.open = open; });
    const address = new URL(location.href);
    if (open) address.searchParams.set("furniture", "shown");
    else address.searchParams.delete("furniture");
    history.replaceState(history.state, "", address);
    link.dataset.fold = open ? "close" : "open";
    link.textContent = open ? "Fold the furniture" : "Show all of it";
  });
})();
