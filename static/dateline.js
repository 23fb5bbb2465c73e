// What plain links and forms cannot do: announce, keep focus, open and close passages.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const opened = (link) => link.getAttribute("aria-expanded") === "true";

  function show(address) {
    history.replaceState({ htmx: true }, "");
    history.pushState({ htmx: true }, "", address);
  }
  function withPassage(id) {
    const address = new URL(location.href);
    address.searchParams.delete("passage");
    if (id) address.searchParams.set("passage", id);
    address.hash = "";
    return address;
  }
  function link(slot, id) {
    return slot.closest(".claim").querySelector(`[data-passage="${CSS.escape(id)}"]`);
  }
  function close(slot) {
    const passage = slot.querySelector(".passage");
    if (!passage) return null;
    const from = link(slot, passage.dataset.citation);
    from?.setAttribute("aria-expanded", "false");
    slot.replaceChildren();
    return from;
  }
  function settle() {
    document.querySelectorAll("[data-passage]").forEach((from) => {
      const slot = document.querySelector(from.getAttribute("hx-target"));
      const open = slot?.querySelector(`[data-citation="${from.dataset.passage}"]`);
      from.setAttribute("aria-expanded", open ? "true" : "false");
    });
    document.querySelectorAll("[data-toggle]").forEach((button) => {
      button.setAttribute("aria-expanded", root.classList.contains("filters-open"));
    });
  }

  // Where the browser lets nothing be copied (plain http), the text stands there to be taken.
  function copy(button) {
    const asked = button.dataset.copy;
    const text = asked.startsWith("/") ? location.origin + asked : asked;
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject();
    done.then(() => {
      button.textContent = "Copied";
      say(button.dataset.copied ?? "Citation copied");
    }, () => {
      const box = document.createElement("textarea");
      box.className = "to-copy";
      box.readOnly = true;
      box.value = text;
      box.setAttribute("aria-label", "To copy by hand");
      button.replaceWith(box);
      box.select();
      say("The browser did not allow copying: the text is selected, to be copied by hand");
    });
  }

  // Boxes ticked while an answer is on its way: the answer replaces the form, so they are
  // kept, put into the new form, and asked for next.
  const ticked = new Map();
  let asking = false;
  document.addEventListener("change", (event) => {
    if (!asking || event.target.form?.id !== "filter-form") return;
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

  let unfolded = [];
  let scrolled = {};
  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.formData ?? event.detail.parameters;
    if (event.detail.elt.id !== "filter-form") return;
    for (const [name, value] of [...given.entries()]) if (value === "") given.delete(name);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const from = event.detail.elt;
    if (from.matches("[data-passage]") && opened(from)) {
      event.preventDefault();
      close(document.querySelector(from.getAttribute("hx-target")));
      show(withPassage(null));
      say("Passage closed");
      return;
    }
    if (from.id === "filter-form") asking = true;
    root.classList.add("busy");
  });
  document.addEventListener("htmx:afterRequest", () => root.classList.remove("busy"));
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(failure, (event) => {
      const from = event.detail.elt;
      root.classList.remove("busy");
      say("That did not load. Trying again as a whole page.");
      if (from.href) location.assign(from.href);
      else if (from.matches("form")) from.submit();
    });
  }
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "view") {
      unfolded = [...document.querySelectorAll("details[open][id]")].map((each) => each.id);
      scrolled = Object.fromEntries([...document.querySelectorAll(".list")].map((each) => [each.id, each.scrollTop]));
    } else if (event.detail.target.matches(".slot")) {
      document.querySelectorAll(".slot").forEach(close);
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    if (target.id === "view") {
      for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
      for (const [id, top] of Object.entries(scrolled)) {
        const list = document.getElementById(id);
        if (list) list.scrollTop = top;
      }
      const results = target.querySelector("[data-announce]");
      const search = document.getElementById("search");
      if (results && search && search !== document.activeElement) search.value = results.dataset.search;
      if (results) say(results.dataset.announce);
    } else if (target.matches(".slot")) {
      const passage = target.querySelector(".passage");
      if (passage) show(withPassage(passage.dataset.citation));
      say("Passage opened");
    }
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
    const target = event.target.closest("button, a");
    if (!target) return;
    if (target.dataset.toggle) {
      const closed = !root.classList.toggle("filters-open");
      settle();
      if (closed && target.closest("form")) {
        document.getElementById("results").focus({ preventScroll: true });
        window.scrollTo(0, 0);
      }
    } else if (target.matches(".slot .closes")) {
      event.preventDefault();
      const from = close(target.closest(".slot"));
      show(withPassage(null));
      from?.focus();
      say("Passage closed");
    } else if (target.dataset.copy) {
      copy(target);
    }
  });
  document.addEventListener("input", (event) => {
    const list = document.getElementById(event.target.dataset.narrows ?? "");
    if (!list) return;
    const words = event.target.value.trim().toLowerCase();
    for (const option of list.children) {
      option.hidden = !option.textContent.toLowerCase().includes(words);
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".narrows")) event.stopPropagation();
  }, true);
})();
