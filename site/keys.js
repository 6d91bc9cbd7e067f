/**
 * The key / leads to the search field of a page. Who types by speech or by accident can switch that off, on the page
 * about the archive (WCAG 2.2, 2.1.4); the browser then remembers it.
 */
"use strict";

(function () {
  const KEPT = "vraagarchief-slash";
  const field = document.querySelector("form[role=search] input[type=search]");
  const choice = document.getElementById("slash-key");

  if (!(field instanceof HTMLInputElement) || window.parent !== window) {
    return;
  }
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key === "/" && plain && !takesText(event.target) && isOn()) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  if (choice instanceof HTMLInputElement) {
    choice.checked = isOn();
    choice.addEventListener("change", () => keep(choice.checked));
    choice.closest("[hidden]")?.removeAttribute("hidden");
  }

  /** @param {EventTarget | null} target */
  function takesText(target) {
    return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
  }

  // A browser may keep its memory from a page, and says so by an error.
  function isOn() {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true;
    }
  }

  /** @param {boolean} on */
  function keep(on) {
    try {
      localStorage.setItem(KEPT, on ? "on" : "off");
    } catch {
      return;
    }
  }
})();
