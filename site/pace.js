/** Keeps long reckoning from blocking the page: a pause, whenever enough was done since the last one. */
"use strict";

const ArchivePace = (function () {
  /** So long may be reckoned without a pause. */
  const STRETCH_MS = 12;
  const channel = new MessageChannel();
  /** @type {(() => void)[]} */
  const waiting = [];
  channel.port1.onmessage = () => {
    begun = performance.now();
    waiting.shift()?.();
  };
  let begun = 0;

  /** Lets the page do what waits, if it had no chance to for a while. @returns {Promise<void>} */
  async function breathe() {
    if (performance.now() - begun > STRETCH_MS) {
      await new Promise((/** @type {(value: void) => void} */ resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      });
    }
  }

  return { breathe };
})();
