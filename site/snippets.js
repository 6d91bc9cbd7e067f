/**
 * Snippets of hits: the passage that shows best why a document was found, its words marked.
 * The text comes from the document's own page, opened in a hidden frame after the list is on screen; so there is
 * no second copy of the text, and the same works from disk.
 */
"use strict";

/** @typedef {{zone: string, text: string, marks: [number, number][]}} Snippet */

const ArchiveSnippets = (function () {
  const LENGTH = 280;
  const TEXT_ZONES = ["question", "answer", "table"];
  /** Frames open at the same time, and how long one may take. */
  const FRAMES = 3;
  const PATIENCE_MS = 8000;
  /** A page hands over its text before it has loaded; after that it is given no longer than this. */
  const GRACE_MS = 500;

  /**
   * The passage with the most different words of the query; null where there is no text.
   * @param {[string, string][]} blocks zone and text of each block of a page @param {Sought[]} sought
   * @returns {Promise<Snippet | null>}
   */
  async function bestPassage(blocks, sought) {
    let most = -1;
    let best = null;
    for (const [zone, text] of blocks) {
      if (!TEXT_ZONES.includes(zone) || !text) {
        continue;
      }
      const found = ArchiveSnippetWords.matchesIn(text, zone, sought);
      const { different, start } = richestPlace(found);
      if (different > most) {
        most = different;
        best = { zone, text, start, found };
      }
      await ArchivePace.breathe();
    }
    return best && cut(best.zone, best.text, best.start, best.found);
  }

  /** Where the stretch with the most different leaves begins. @param {Match[]} found */
  function richestPlace(found) {
    let best = { different: 0, start: 0 };
    found.forEach(({ start }, order) => {
      const leaves = new Set();
      for (let next = order; next < found.length && found[next].start < start + LENGTH; next += 1) {
        leaves.add(found[next].leaf);
      }
      if (leaves.size > best.different) {
        best = { different: leaves.size, start };
      }
    });
    return best;
  }

  /**
   * The words of `text` around `start`, with an ellipsis where something is left out.
   * @param {string} zone @param {string} text @param {number} start @param {{start: number, end: number}[]} found
   * @returns {Snippet}
   */
  function cut(zone, text, start, found) {
    let begin = Math.max(0, Math.min(start - LENGTH / 4, text.length - LENGTH));
    if (begin > 0) {
      begin = text.indexOf(" ", begin) + 1 || begin;
      begin = Math.min(begin, start);
    }
    let end = Math.min(text.length, begin + LENGTH);
    if (end < text.length) {
      end = Math.max(text.lastIndexOf(" ", end), start + 1);
    }
    const before = begin > 0 ? "… " : "";
    const after = end < text.length ? " …" : "";
    /** @type {[number, number][]} */
    const marks = found
      .filter((match) => match.start >= begin && match.end <= end)
      .map((match) => [match.start - begin + before.length, match.end - begin + before.length]);
    return { zone, text: before + text.slice(begin, end) + after, marks };
  }

  /**
   * The blocks of text of a page of this site; rejects when the page does not answer.
   * @param {string} url @returns {Promise<[string, string][]>}
   */
  function pageText(url) {
    return new Promise((resolve, reject) => {
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.tabIndex = -1;
      frame.title = "";
      const stop = () => {
        clearTimeout(timer);
        window.removeEventListener("message", receive);
        frame.remove();
      };
      /** @param {MessageEvent} event */
      const receive = (event) => {
        if (event.source === frame.contentWindow && event.data?.vraagarchief === "text") {
          stop();
          resolve(event.data.blocks);
        }
      };
      const giveUp = () => {
        stop();
        reject(new Error(`${url} did not hand over its text`));
      };
      let timer = setTimeout(giveUp, PATIENCE_MS);
      frame.onload = () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, GRACE_MS);
      };
      window.addEventListener("message", receive);
      frame.src = `${url}#tekst`;
      document.body.append(frame);
    });
  }

  /**
   * Calls `show` with the snippet of each page as it comes, null for a page that does not hand over its text; stops
   * when `wantedStill` says no.
   * @param {string[]} urls @param {Sought[][]} sought what each was found by
   * @param {(order: number, snippet: Snippet | null) => void} show @param {() => boolean} wantedStill
   */
  async function fetchSnippets(urls, sought, show, wantedStill) {
    let next = 0;
    const work = async () => {
      while (next < urls.length && wantedStill()) {
        const order = next;
        next += 1;
        // A hit without a snippet is still a hit: a page that does not answer is passed over.
        const blocks = await pageText(urls[order]).catch(() => []);
        const snippet = await bestPassage(blocks, sought[order]);
        if (wantedStill()) {
          show(order, snippet);
        }
        await ArchiveSearchView.pause();
      }
    };
    await Promise.all(Array.from({ length: FRAMES }, work));
  }

  return { bestPassage, fetchSnippets };
})();
