// A slider of days beside the box "As it was known on". The box is what is asked for.
(() => {
  "use strict";
  const DAY = 24 * 60 * 60 * 1000;
  const WAIT = 350;
  const inWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const numbered = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  let timer = 0;
  let wanted = null;
  let focused = false;

  // The last day of what the box says; only as dates are written here, the rest is for the server.
  function lastDay(text) {
    if (!text.trim()) return null;
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text.trim()) ?? [];
    if (!year) return NaN;
    if (day) return numbered(text.trim());
    return Date.UTC(Number(year), month ? Number(month) : 12, 0) / DAY;
  }
  function ask() {
    timer = 0;
    wanted = null;
    document.getElementById("known")?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function aMonthOn(day, by) {
    const date = new Date(day * DAY);
    const wish = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + by);
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    return Math.round(date.setUTCDate(Math.min(wish, length)) / DAY);
  }

  function make() {
    const box = document.getElementById("known");
    if (!box?.dataset.first || document.getElementById("known-day")) return;
    const slider = document.createElement("input");
    const output = document.createElement("output");
    const first = numbered(box.dataset.first);
    const last = numbered(box.dataset.last);
    // One step past the last day stands for no day at all.
    const today = last + 1;
    Object.assign(slider, { type: "range", id: "known-day", min: first, max: today, step: 1 });
    slider.setAttribute("aria-label", "As it was known on, by day");
    output.htmlFor = "known-day";
    // The slider itself tells its day to who hears the page.
    output.setAttribute("aria-live", "off");

    // null: no day is asked for. NaN: a day that only the server can read.
    function tell(day) {
      if (day === null) output.textContent = "All that is known today";
      else output.textContent = Number.isNaN(day) ? "" : inWords.format(day * DAY);
      slider.setAttribute("aria-valuetext", output.textContent);
    }
    function follow(day) {
      if (!Number.isNaN(day)) slider.value = day === null ? today : Math.min(day, last);
      tell(day);
    }
    function moved() {
      const day = Number(slider.value) === today ? null : Number(slider.value);
      box.value = day === null ? "" : iso(day);
      wanted = box.value;
      tell(day);
    }
    function settled() {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    }
    slider.addEventListener("input", moved);
    slider.addEventListener("change", (event) => {
      event.stopPropagation();
      settled();
    });
    slider.addEventListener("keydown", (event) => {
      const by = { PageUp: 1, PageDown: -1 }[event.key];
      if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      slider.value = aMonthOn(Number(slider.value), by);
      moved();
      settled();
    });
    box.addEventListener("input", () => follow(lastDay(box.value)));
    box.after(slider, output);
    // Moved on while the answer was under way.
    const behind = timer && wanted !== null;
    if (behind) box.value = wanted;
    follow(box.dataset.day && !behind ? numbered(box.dataset.day) : lastDay(box.value));
    if (focused) slider.focus({ preventScroll: true });
    focused = false;
  }

  document.addEventListener("htmx:beforeSwap", () => { focused = document.activeElement?.id === "known-day"; });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target.id === "view") make(); });
  make();
})();
