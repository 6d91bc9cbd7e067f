/**
 * Words of a text as search knows them: folded, with their place in the text.
 * The same rules as archive/text/tokens.py, for whole forms only; both are run through the same table of cases.
 */
"use strict";

/** @typedef {{form: string, forms: string[], start: number, end: number, position: number}} Token */

const ArchiveTokens = (function () {
  /** Letters without a decomposition, and marks that are written in more than one way. */
  const FOLDED = new Map(
    Object.entries({
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
      "\u00ad": "", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
      "\u2010": "-", "\u2011": "-", "–": "-", "\u2044": "/",
    }),
  );
  const LETTERS = "[\\p{L}\\p{N}\\u0300-\\u036f\\u00ad]+";
  const TOKEN = new RegExp(
    "(?:\\p{L}\\.)+\\p{L}(?:\\.(?![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))" +
      `|${LETTERS}(?:(?:[-\\u2010\\u2011&'’‘ʼ\`´]|(?<=\\p{Nd})[.,/–](?=\\p{Nd}))${LETTERS})*(?:(?<=\\p{Nd})%)?`,
    "gu",
  );

  /** @param {string} text */
  function replaceFolded(text) {
    let folded = "";
    for (const character of text) {
      folded += FOLDED.get(character) ?? character;
    }
    return folded;
  }

  /**
   * `text` without case and diacritics, with straight apostrophes and plain hyphens.
   * @param {string} text
   */
  function fold(text) {
    const plain = replaceFolded(text).normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    return replaceFolded(plain).replace(/[^\p{L}\p{N}\-/&'.,%]/gu, "");
  }

  /**
   * The tokens of `text`; the first one stands at position 0. `forms` are the whole form and its segments.
   * @param {string} text
   * @returns {Token[]}
   */
  function tokens(text) {
    /** @type {Token[]} */
    const found = [];
    let position = 0;
    for (const match of text.matchAll(TOKEN)) {
      let form = fold(match[0]);
      if (/^\p{L}\./u.test(form)) {
        form = form.replaceAll(".", "");
      }
      if (form) {
        const segments = form.split(/[-/]/);
        const start = /** @type {number} */ (match.index);
        found.push({ form, forms: [form, ...segments], start, end: start + match[0].length, position });
        position += segments.length;
      }
    }
    return found;
  }

  return { fold, tokens };
})();
