// What every swapped page needs: announcements, focus, the state of requests, the filter form.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function settle() {
    document.querySelectorAll("[data-toggle]").forEach((button) => {
      button.setAttribute("aria-expanded", root.classList.contains("filters-open"));
    });
  }
  document.addEventListener("DOMContentLoaded", settle);

  // Where the browser lets nothing be copied (plain http), the text stands there to be taken.
  // Boxes ticked while an answer is on its way: the answer replaces the form, so they are
  // kept, put into the new form, and asked for next.
  const ticked = new Map();
  let asking = false;
  document.addEventListener("change", (event) => {
    if (!asking || !event.target.name || event.target.form?.id !== "filter-form") return;
    event.stopPropagation();
    ticked.set(event.target.id, event.target.type === "checkbox" ? event.target.checked : event.target.value);
  }, true);
  function askAgain() {
    asking = false;
    if (!ticked.size) return;
    for (const [id, value] of ticked) {
      const input = document.getElementById(id);
      if (input) input[input.type === "checkbox" ? "checked" : "value"] = value;
    }
    ticked.clear();
    document.getElementById("filter-form")?.requestSubmit();
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.formData ?? event.detail.parameters;
    if (event.detail.elt.id !== "filter-form") return;
    for (const [name, value] of [...given.entries()]) if (value === "") given.delete(name);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    document.querySelectorAll(".failed").forEach((box) => box.remove());
    if (event.detail.elt.id === "filter-form") asking = true;
    event.detail.target.setAttribute("aria-busy", "true");
    root.classList.add("busy");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    event.detail.target.removeAttribute("aria-busy");
    root.classList.remove("busy");
  });

  // A request that failed says so where its answer would have stood, with a way to ask again.
  const REASONS = {
    "htmx:sendError": () => "the server could not be reached",
    "htmx:timeout": () => "the server took too long",
    "htmx:responseError": (detail) => `the server answered ${detail.xhr.status}`,
  };
  function failed(event) {
    const { elt: from, target, pathInfo } = event.detail;
    const box = document.createElement("p");
    const again = document.createElement("a");
    box.className = "failed";
    box.setAttribute("role", "alert");
    again.href = from.href || pathInfo.finalRequestPath;
    again.textContent = "Try again";
    again.addEventListener("click", (click) => {
      if (!from.isConnected || click.ctrlKey || click.metaKey || click.shiftKey) return;
      click.preventDefault();
      if (from.matches("form")) from.requestSubmit();
      else from.click();
    });
    const unchanged = target.id === "view" ? " The list is still the one before." : "";
    box.append(`That did not load: ${REASONS[event.type](event.detail)}.${unchanged} `, again);
    target.append(box);
    asking = false;
    ticked.clear();
  }
  for (const failure of Object.keys(REASONS)) document.addEventListener(failure, failed);

  let unfolded = [];
  let scrolled = {};
  // A swap that begins before the last one has faded skips it, which is no error to be told.
  const begin = document.startViewTransition?.bind(document);
  if (begin) document.startViewTransition = (update) => {
    const transition = begin(update);
    for (const end of [transition.ready, transition.finished]) end.catch(() => {});
    return transition;
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    const detail = event.detail;
    if (detail.target.id !== "view" || !detail.shouldSwap) return;
    unfolded = [...document.querySelectorAll("details[open][id]")].map((each) => each.id);
    scrolled = Object.fromEntries([...document.querySelectorAll(".list")].map((each) => [each.id, each.scrollTop]));
    const swap = detail.requestConfig.elt.getAttribute("hx-swap");
    if (swap && document.startViewTransition && !still.matches) detail.swapOverride = `${swap} transition:true`;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    if (target.id !== "view") return;
    for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
    for (const [id, top] of Object.entries(scrolled)) {
      const list = document.getElementById(id);
      if (list) list.scrollTop = top;
    }
    const results = target.querySelector("[data-announce]");
    const search = document.getElementById("search");
    if (results && search && search !== document.activeElement) search.value = results.dataset.search;
    if (results) say(results.dataset.announce);
    settle();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "view") return;
    if (document.activeElement === document.body) {
      document.querySelector("#view h1")?.focus({ preventScroll: true });
    }
    askAgain();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-toggle]");
    if (!button) return;
    const closed = !root.classList.toggle("filters-open");
    settle();
    if (closed && button.closest("form")) {
      document.getElementById("results").focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  });
  document.addEventListener("input", (event) => {
    const list = document.getElementById(event.target.dataset.narrows ?? "");
    if (!list) return;
    const words = event.target.value.trim().toLowerCase();
    for (const option of list.querySelectorAll("label")) {
      option.hidden = !option.textContent.toLowerCase().includes(words);
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".narrows")) event.stopPropagation();
  }, true);
})();
