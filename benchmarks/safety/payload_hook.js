/** Tells what ran: stands before every other script of a page that is tried. Its answers are read by the driver. */
"use strict";

(() => {
  /** @type {string[]} */
  const ran = [];
  const run = (/** @type {unknown} */ number) => {
    ran.push(String(number));
    if (window.top !== window) {
      window.top?.postMessage({ canaryRan: String(number) }, "*");
    }
  };
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    Object.defineProperty(window, name, { value: run, writable: false });
  }
  window.addEventListener("message", (event) => event.data?.canaryRan && ran.push(event.data.canaryRan));
  /** @type {string[]} */
  const failures = [];
  window.addEventListener("error", (event) => event.error && failures.push(String(event.message)));
  window.addEventListener("unhandledrejection", (event) => failures.push(String(event.reason)));
  // What an earlier visit could have left behind.
  Storage.prototype.getItem = () => "<img src=x onerror=alert(9999)>";

  const KEPT = new Set(["http:", "https:", "mailto:", "file:", "blob:"]);
  const RUN_IN = new Set(["", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"]);

  /** What stands in the page now, after all scripts, that may not stand there. @param {string[]} known elements */
  const strange = (known) => {
    const all = [...document.querySelectorAll("*")];
    const found = [];
    for (const element of all) {
      const tag = element.localName;
      if (!known.includes(tag)) {
        found.push(`element <${tag}>`);
      }
      for (const { name } of element.attributes) {
        if (name.startsWith("on") || name === "srcdoc") {
          found.push(`attribute <${tag} ${name}>`);
        }
      }
      if (tag === "script" && !element.getAttribute("src") && RUN_IN.has(element.getAttribute("type") ?? "")) {
        found.push("script within the page");
      }
      const address = element.getAttribute("href") ?? element.getAttribute("action");
      if (address !== null && tag !== "link" && tag !== "use" && !KEPT.has(new URL(address, location.href).protocol)) {
        found.push(`address ${address}`);
      }
    }
    return found;
  };

  /** Uses all that can be used on a page without leaving it. */
  const touch = () => {
    const own = "button, summary, th, td, input, select, textarea, label, pre, svg, img, [tabindex], [role], [title], li, p";
    for (const element of document.querySelectorAll(own)) {
      for (const name of ["mouseover", "mouseenter", "mousemove", "focus", "focusin", "pointerover", "dragenter", "wheel"]) {
        element.dispatchEvent(new Event(name, { bubbles: true }));
      }
      const submits = element instanceof HTMLButtonElement && element.type === "submit";
      if (/^(?:button|summary|th)$/.test(element.localName) && !submits) {
        /** @type {HTMLElement} */ (element).click();
      }
    }
  };

  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Waits until a search has come to an end, whichever. */
  const answered = async () => {
    for (let waited = 0; waited < 10_000; waited += 20) {
      await pause(20);
      const face = document.querySelector("main")?.dataset.face ?? "";
      if (face !== "searching" && face !== "blank") {
        return;
      }
    }
    failures.push("the search does not end");
  };

  /** Asks for a text as a reader does, who types it and is told of completions meanwhile. @param {string} text */
  const ask = async (text) => {
    const box = /** @type {HTMLInputElement} */ (document.querySelector("#search-query"));
    box.focus();
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await pause(40);
    box.form?.requestSubmit();
    await answered();
  };

  const elsewhere = () => {
    const home = location.protocol === "file:" ? location.href.replace(/\/public\/.*/, "/public/") : location.origin;
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    return names.filter((name) => !name.startsWith(home) && !/^(?:blob:|data:)/.test(name));
  };

  const told = (/** @type {string[]} */ known) => ({ ran, failures, strange: strange(known), elsewhere: elsewhere() });
  Object.defineProperty(window, "canary", { value: { touch, told, ask, answered }, writable: false });
})();
