/** Puts a text on the clipboard, in whatever way the browser allows. */
"use strict";

const ArchiveClipboard = (function () {
  /** False where the browser allows neither way. @param {string} text */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedFromField(text);
    }
  }

  /** The old way, for browsers that keep the clipboard from pages on disk or without https. @param {string} text */
  function copiedFromField(text) {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) {
      focused.focus({ preventScroll: true });
    }
    return done;
  }

  return { copied };
})();
