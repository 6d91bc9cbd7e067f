/**
 * Hands the text of a page to the search page that opened it in a hidden frame, for the snippets of its hits.
 * Does nothing unless the address ends in #tekst.
 */
"use strict";

(function () {
  if (window.parent === window || location.hash !== "#tekst") {
    return;
  }
  // A page from disk has no origin that could be named. What is sent is what the page shows to everybody.
  const receiver = location.protocol === "file:" ? "*" : location.origin;
  const blocks = Array.from(document.querySelectorAll("[data-search-text] [data-zone]"), (element) => [
    /** @type {HTMLElement} */ (element).dataset.zone,
    readable(element),
  ]);
  window.parent.postMessage({ vraagarchief: "text", blocks }, receiver);

  /** The text of an element; cells of a table are kept apart. @param {Element} element */
  function readable(element) {
    const cells = element.querySelectorAll("caption, th, td");
    const texts = cells.length ? Array.from(cells, (cell) => cell.textContent ?? "") : [element.textContent ?? ""];
    return texts.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean).join(" · ");
  }
})();
