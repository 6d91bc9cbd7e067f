/**
 * Snippets of hits: the passage that shows best why a document was found, its words marked.
 * The text comes from the document's own page, opened in a hidden frame after the list is on screen; so there is
 * no second copy of the text, and the same works from disk.
 */
"use strict";

/**
 * @typedef {{exact: Map<string, number>, prefixes: Map<string, number>, endings: Map<string, number>, parts: Map<string, number>}} Wanted
 *   the words of a query, each with the number of the leaf that asks for it: whole forms, beginnings, ends, and forms that
 *   may also be part of a compound
 * @typedef {{zone: string, text: string, marks: [number, number][]}} Snippet
 */

const ArchiveSnippets = (function () {
  const LENGTH = 240;
  const SHORTEST_PART = 4;
  const TEXT_ZONES = ["question", "answer", "table"];
  /** Frames open at the same time, and how long one may take. */
  const FRAMES = 4;
  const PATIENCE_MS = 8000;

  /** The leaves that a document must or may match: those under a NOT are left out. @param {Tree} tree @returns {Leaf[]} */
  function leaves(tree) {
    if (tree.op === "and" || tree.op === "or") {
      return tree.of.flatMap(leaves);
    }
    return tree.op === "not" ? [] : [tree];
  }

  /**
   * The words that a query looks for, inflections included.
   * @param {Tree} tree @param {(form: string) => Promise<string[]>} relatives @returns {Promise<Wanted>}
   */
  async function wantedWords(tree, relatives) {
    /** @type {Wanted} */
    const wanted = { exact: new Map(), prefixes: new Map(), endings: new Map(), parts: new Map() };
    const found = leaves(tree);
    for (let count = 0; count < found.length; count += 1) {
      const leaf = found[count];
      if (leaf.op === "word") {
        for (const form of [leaf.form, ...(await relatives(leaf.form))]) {
          wanted.exact.set(form, count);
        }
        wanted.parts.set(leaf.form, count);
      } else if (leaf.op === "prefix") {
        wanted.prefixes.set(leaf.form, count);
      } else if (leaf.op === "ending") {
        wanted.endings.set(leaf.form, count);
      } else if (leaf.op === "phrase") {
        leaf.words.forEach(([form]) => wanted.exact.set(form, count));
      } else if (leaf.op === "near") {
        leaf.words.forEach((form) => wanted.exact.set(form, count));
      }
    }
    return wanted;
  }

  /** Which leaf a token answers; null when it answers none. @param {Wanted} wanted @param {Token} token */
  function leafOf(wanted, token) {
    for (const form of token.forms) {
      const exact = wanted.exact.get(form);
      if (exact !== undefined) {
        return exact;
      }
      for (const [start, leaf] of wanted.prefixes) {
        if (form.startsWith(start)) {
          return leaf;
        }
      }
      for (const [end, leaf] of wanted.endings) {
        if (form.endsWith(end)) {
          return leaf;
        }
      }
      for (const [part, leaf] of wanted.parts) {
        if (part.length >= SHORTEST_PART && form.includes(part)) {
          return leaf;
        }
      }
    }
    return null;
  }

  /**
   * The passage with the most different words of the query; null where there is no text.
   * @param {[string, string][]} blocks zone and text of each block of a page @param {Wanted} wanted
   * @returns {Snippet | null}
   */
  function bestPassage(blocks, wanted) {
    let most = -1;
    let best = null;
    for (const [zone, text] of blocks) {
      if (!TEXT_ZONES.includes(zone) || !text) {
        continue;
      }
      const found = ArchiveTokens.tokens(text)
        .map(({ start, end, ...token }) => ({ start, end, leaf: leafOf(wanted, { start, end, ...token }) }))
        .filter(({ leaf }) => leaf !== null);
      for (const first of found.length ? found : [{ start: 0 }]) {
        const inside = found.filter(({ start }) => start >= first.start && start < first.start + LENGTH);
        const different = new Set(inside.map(({ leaf }) => leaf)).size;
        if (different > most) {
          most = different;
          best = { zone, text, start: first.start, found };
        }
      }
    }
    return best && cut(best.zone, best.text, best.start, best.found);
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
      .filter((token) => token.start >= begin && token.end <= end)
      .map((token) => [token.start - begin + before.length, token.end - begin + before.length]);
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
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`${url} did not hand over its text`));
      }, PATIENCE_MS);
      window.addEventListener("message", receive);
      frame.src = `${url}#tekst`;
      document.body.append(frame);
    });
  }

  /**
   * Calls `show` with the snippet of each page as it comes; stops when `wantedStill` says no.
   * @param {string[]} urls @param {Wanted} wanted @param {(order: number, snippet: Snippet) => void} show
   * @param {() => boolean} wantedStill
   */
  async function fetchSnippets(urls, wanted, show, wantedStill) {
    let next = 0;
    const work = async () => {
      while (next < urls.length && wantedStill()) {
        const order = next;
        next += 1;
        // A hit without a snippet is still a hit: a page that does not answer is passed over.
        const blocks = await pageText(urls[order]).catch(() => []);
        const snippet = bestPassage(blocks, wanted);
        if (snippet && wantedStill()) {
          show(order, snippet);
        }
      }
    };
    await Promise.all(Array.from({ length: FRAMES }, work));
  }

  return { wantedWords, bestPassage, fetchSnippets };
})();
