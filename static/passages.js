// Passages open and close in place; the address says which one is open.
(() => {
  "use strict";
  const say = (words) => { document.getElementById("announce").textContent = words; };
  const slotOf = (link) => document.querySelector(link.getAttribute("hx-target"));
  const linkOf = (slot, id) => slot.closest(".claim").querySelector(`[data-passage="${CSS.escape(id)}"]`);

  function show(address) {
    history.replaceState({ htmx: true }, "");
    history.pushState({ htmx: true }, "", address);
  }
  // The address of the page on which the passage stands, which is not always the first one shown.
  function opened(link) {
    const address = new URL(link.href);
    address.hash = "";
    return address;
  }
  function closed() {
    const address = new URL(location.href);
    address.searchParams.delete("passage");
    address.hash = "";
    return address;
  }
  function close(slot) {
    const passage = slot.querySelector(".passage");
    if (!passage) return null;
    const from = linkOf(slot, passage.dataset.citation);
    from?.setAttribute("aria-expanded", "false");
    slot.replaceChildren();
    return from;
  }
  function settle() {
    document.querySelectorAll("[data-passage]").forEach((from) => {
      const open = slotOf(from)?.querySelector(`[data-citation="${from.dataset.passage}"]`);
      from.setAttribute("aria-expanded", open ? "true" : "false");
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

  document.addEventListener("htmx:beforeRequest", (event) => {
    const from = event.detail.elt;
    if (!from.matches("[data-passage]") || from.getAttribute("aria-expanded") !== "true") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close(slotOf(from));
    show(closed());
    say("Passage closed");
  }, true);
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.matches(".slot")) document.querySelectorAll(".slot").forEach(close);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    const passage = target.matches(".slot") && target.querySelector(".passage");
    settle();
    if (!passage || event.target !== target) return;
    show(opened(linkOf(target, passage.dataset.citation)));
    say("Passage opened");
  });
  document.addEventListener("click", (event) => {
    const closer = event.target.closest(".slot .closes");
    const copier = event.target.closest("[data-copy]");
    if (closer) {
      event.preventDefault();
      const from = close(closer.closest(".slot"));
      show(closed());
      from?.focus();
      say("Passage closed");
    } else if (copier) copy(copier);
  });
  settle();
})();
