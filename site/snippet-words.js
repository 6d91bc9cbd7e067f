/** Which words of a text a query asks for, with inflections, compounds, abbreviations and phrases: what is marked. */
"use strict";

/**
 * @typedef {{leaf: number, zone: string | null, word: string, forms: Set<string>, compounds: Map<string, string>,
 *   starts: string[], ends: string[], rows: [string, number][][]}} Sought
 *   what one leaf of a query looks for: whole forms; compounds, each with the part of it that was asked for; beginnings;
 *   ends; and forms in a row, each at its distance from the first
 * @typedef {{start: number, end: number, leaf: number}} Match a stretch of a text and the leaf that asks for it
 */

const ArchiveSnippetWords = (function () {
  const SHORTEST_PART = 4;
  /** So many letters of inflection may stand behind a part: begeleidings|premies. */
  const LONGEST_ENDING = 2;
  /** Forms of one word begin with the same letters. */
  const COMMON_START = 3;
  const TITLE = "title";

  /** The leaves that a document must or may match: those under a NOT are left out. @param {Tree} tree @returns {Leaf[]} */
  function leaves(tree) {
    if (tree.op === "and" || tree.op === "or") {
      return tree.of.flatMap(leaves);
    }
    return tree.op === "not" ? [] : [tree];
  }

  /**
   * What a query looks for.
   * @param {Tree} tree @param {(form: string) => Promise<string[]>} relatives the other forms of a word
   * @returns {Promise<Sought[]>}
   */
  async function soughtWords(tree, relatives) {
    return Promise.all(leaves(tree).map((leaf, order) => soughtOf(leaf, order, relatives)));
  }

  /** @param {Leaf} leaf @param {number} order @param {(form: string) => Promise<string[]>} relatives @returns {Promise<Sought>} */
  async function soughtOf(leaf, order, relatives) {
    const zone = "zone" in leaf ? leaf.zone : null;
    const word = "form" in leaf ? leaf.form : "";
    /** @type {Sought} */
    const sought = { leaf: order, zone, word, forms: new Set(), compounds: new Map(), starts: [], ends: [], rows: [] };
    if (leaf.op === "word") {
      addForms(sought, [leaf.form, ...(await relatives(leaf.form).catch(() => []))]);
    } else if (leaf.op === "prefix") {
      sought.starts.push(leaf.form);
    } else if (leaf.op === "ending") {
      sought.ends.push(leaf.form);
    } else if (leaf.op === "phrase") {
      sought.rows.push(leaf.words);
    } else if (leaf.op === "near") {
      leaf.words.forEach((form) => sought.forms.add(form));
    }
    return sought;
  }

  /**
   * Adds forms that stand for a word; what is joined by "_" stands in texts as words in a row.
   * @param {Sought} sought @param {string[]} forms
   */
  function addForms(sought, forms) {
    const { word } = sought;
    const start = word.slice(0, COMMON_START);
    const own = forms.filter((form) => form.startsWith(start) && form.length < word.length + SHORTEST_PART);
    own.sort((one, other) => other.length - one.length);
    for (const form of forms) {
      const part = own.find((one) => one.length >= SHORTEST_PART && form.length >= one.length + SHORTEST_PART && form.includes(one));
      if (form.includes("_")) {
        sought.rows.push(form.split("_").map((one, offset) => [one, offset]));
      } else if (part) {
        sought.compounds.set(form, part);
      } else {
        sought.forms.add(form);
      }
    }
  }

  /**
   * What was sought, with the forms that a document was found by.
   * @param {Sought[]} sought @param {Why[]} reasons @returns {Sought[]}
   */
  function withReasons(sought, reasons) {
    return sought.map((one) => {
      const own = one.word ? reasons.filter(({ word }) => word === one.word) : [];
      const unknown = own.flatMap(({ forms }) => forms).filter((form) => !one.forms.has(form) && !one.compounds.has(form));
      if (unknown.length === 0) {
        return one;
      }
      const known = { ...one, forms: new Set(one.forms), compounds: new Map(one.compounds), rows: [...one.rows] };
      addForms(known, [one.word, ...unknown]);
      return known;
    });
  }

  /**
   * Where a text has what is sought, in order; of stretches that overlap the first and longest.
   * @param {string} text @param {string} zone of the text @param {Sought[]} sought @returns {Match[]}
   */
  function matchesIn(text, zone, sought) {
    const here = sought.filter((one) => one.zone === null || one.zone === zone);
    if (here.length === 0) {
      return [];
    }
    const tokens = ArchiveTokens.tokens(text);
    const rows = here.some((one) => one.rows.length > 0) ? rowMatches(tokens, here) : [];
    const found = [...rows, ...tokens.flatMap((token) => wordMatch(token, text, here))];
    found.sort((one, other) => one.start - other.start || other.end - one.end);
    let end = 0;
    return found.filter((match) => {
      const free = match.start >= end;
      end = free ? match.end : end;
      return free;
    });
  }

  /** @param {Token} token @param {string} text @param {Sought[]} here @returns {Match[]} */
  function wordMatch(token, text, here) {
    const { start, end } = token;
    for (const { leaf, forms, starts, ends } of here) {
      const whole = token.forms.some(
        (form) => forms.has(form) || starts.some((one) => form.startsWith(one)) || ends.some((one) => form.endsWith(one)),
      );
      if (whole) {
        return [{ start, end, leaf }];
      }
    }
    for (const { leaf, compounds } of here) {
      for (const form of token.forms) {
        const part = compounds.get(form);
        if (part) {
          return [{ ...partPlace(token, text, token.form.indexOf(part), part.length), leaf }];
        }
      }
    }
    return [];
  }

  /** Where a part of a compound stands in the text. @param {Token} token @param {string} text @param {number} at @param {number} length */
  function partPlace({ form, start, end }, text, at, length) {
    if (form.length !== end - start || text.slice(start, end).toLowerCase() !== form) {
      return { start, end }; // folding has changed the length: the letters cannot be counted
    }
    const last = form.length - at - length <= LONGEST_ENDING ? end : start + at + length;
    return { start: start + at, end: last };
  }

  /** Phrases and long forms of abbreviations. @param {Token[]} tokens @param {Sought[]} here @returns {Match[]} */
  function rowMatches(tokens, here) {
    /** @type {Map<number, {token: Token, form: string}>} */
    const places = new Map();
    for (const token of tokens) {
      token.forms.slice(1).forEach((form, offset) => places.set(token.position + offset, { token, form }));
    }
    /** @param {number} place @param {string} form */
    const standsAt = (place, form) => {
      const found = places.get(place);
      return found && (found.form === form || (found.token.position === place && found.token.form === form)) ? found.token : null;
    };
    /** @type {Match[]} */
    const matches = [];
    for (const place of places.keys()) {
      for (const { leaf, rows } of here) {
        for (const row of rows) {
          const stand = row.map(([form, offset]) => standsAt(place + offset, form));
          const last = stand[stand.length - 1];
          if (stand[0] && last && stand.every(Boolean)) {
            matches.push({ start: stand[0].start, end: last.end, leaf });
          }
        }
      }
    }
    return matches;
  }

  /** What is to be marked in a title. @param {string} title @param {Sought[]} sought @returns {[number, number][]} */
  function titleMarks(title, sought) {
    return matchesIn(title, TITLE, sought).map(({ start, end }) => [start, end]);
  }

  return { soughtWords, withReasons, matchesIn, titleMarks };
})();
