/** The buttons that save the whole result or copy a link to it, with how far they are. */
"use strict";

const ArchiveSearchTools = (function () {
  const { byId, message } = ArchiveSearchView;
  const { allHits, csvText, risText, fileName, download } = ArchiveSearchExport;

  const progress = /** @type {HTMLProgressElement} */ (byId("search-progress"));
  const stop = /** @type {HTMLButtonElement} */ (byId("search-stop"));
  const told = byId("search-told");

  let stopped = false;
  let working = false;

  /** The address of the site, for links that leave it: on the web if the archive has an address there. */
  function siteBase() {
    return byId("search-tools").dataset.base ?? new URL(".", location.href).href;
  }

  /** @param {boolean} now whether a file is being made */
  function showWork(now) {
    working = now;
    progress.hidden = !now;
    stop.hidden = !now;
  }

  /**
   * Hands the reader all hits of the state shown, as a file.
   * @param {(hits: Hit[], base: string) => string} write @param {string} suffix @param {string} type
   */
  async function save(write, suffix, type) {
    if (working) {
      return;
    }
    const state = ArchiveSearchState.readState(location.search);
    stopped = false;
    told.textContent = "";
    progress.removeAttribute("value");
    showWork(true);
    try {
      const hits = await allHits(state, (done, total) => {
        progress.max = Math.max(1, total);
        progress.value = done;
        return !stopped;
      });
      if (hits) {
        download(fileName(state.query, suffix), write(hits, siteBase()), type);
        told.textContent = message("saved", { count: hits.length });
      }
    } catch (error) {
      told.textContent = ArchiveSearchNotices.errorText(error);
    } finally {
      showWork(false);
    }
  }

  async function copyLink() {
    const done = await ArchiveClipboard.copied(location.href);
    told.textContent = message(done ? "link_copied" : "link_not_copied");
  }

  function prepare() {
    byId("search-csv").addEventListener("click", () => save(csvText, "csv", "text/csv"));
    byId("search-ris").addEventListener("click", () => save(risText, "ris", "application/x-research-info-systems"));
    byId("search-link").addEventListener("click", copyLink);
    stop.addEventListener("click", () => {
      stopped = true;
    });
  }

  return { prepare };
})();
