// The next events join the end of the list when it comes into view. The address follows: it is
// that of the page which holds the event at the top of the window, and Back returns to it.
(() => {
  "use strict";
  // So many pages come by scrolling; then one click is asked for, so that the end can be reached.
  const AT_ONCE = 4;
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const here = () => location.pathname + location.search;
  // A browser may refuse to keep anything: then Back leads to the start of the page.
  function kept(value) {
    const name = `dateline:${here()}`;
    try {
      if (value === undefined) return JSON.parse(sessionStorage.getItem(name)) ?? [];
      return value ? sessionStorage.setItem(name, JSON.stringify(value)) : sessionStorage.removeItem(name);
    } catch {
      return [];
    }
  }
  let come = 0;
  let focused = false;
  let left = false;
  let timer = 0;

  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    come += 1;
    document.querySelector("#more a")?.click();
  }, { rootMargin: "0px 0px 400px" });
  function look() {
    const link = document.querySelector("#more a");
    watch.disconnect();
    if (link && come < AT_ONCE && !navigator.connection?.saveData) watch.observe(link);
  }

  // A month that goes on has its heading already.
  function join() {
    let last = "";
    document.querySelectorAll(".sheet h2").forEach((heading) => {
      heading.hidden = heading.textContent === last;
      last = heading.textContent;
    });
  }

  document.addEventListener("click", (event) => {
    if (event.isTrusted && event.target.closest("#more a")) come = 0;
  }, true);
  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = event.detail.target;
    if (target.id === "more") focused = target.contains(document.activeElement);
    else if (target.id === "view") come = 0;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const sheet = event.target;
    if (event.detail.target.id !== "more" || !sheet.matches(".sheet")) return;
    join();
    history.scrollRestoration = "manual";
    if (focused) sheet.querySelector("h3 a").focus();
    say(`${sheet.querySelectorAll(".event").length} more events`);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (["view", "more"].includes(event.detail.target.id)) look();
    keepSoon();
  });

  function keep() {
    if (left || history.scrollRestoration !== "manual") return;
    const top = [...document.querySelectorAll(".sheet .event")].find((each) => each.getBoundingClientRect().bottom > 0);
    if (!top) return;
    const page = top.closest(".sheet").dataset.page;
    if (page !== here() && !new URLSearchParams(location.search).has("passage")) history.replaceState(history.state, "", page);
    kept([top.id, top.getBoundingClientRect().top]);
  }
  function keepSoon() {
    clearTimeout(timer);
    timer = setTimeout(keep, 120);
  }
  document.addEventListener("scroll", keepSoon, { passive: true });
  // The page is about to be loaded again: what stands in the window belongs to another address.
  window.addEventListener("popstate", (event) => { left ||= Boolean(event.state?.htmx); });

  function restore() {
    const how = performance.getEntriesByType("navigation")[0]?.type;
    const again = how === "reload" || how === "back_forward";
    if (!again) kept(null);
    const [id, top] = kept();
    const event = id && document.getElementById(id);
    if (event) {
      history.scrollRestoration = "manual";
      window.scrollTo(0, event.getBoundingClientRect().top + scrollY - top);
    } else if (!location.hash && (!again || history.scrollRestoration === "manual")) {
      document.querySelector(".slot .passage")?.scrollIntoView({ block: "center" });
    }
  }
  restore();
  // Not before HTMX knows the link: it would lead to another page.
  document.addEventListener("htmx:load", look, { once: true });
})();
