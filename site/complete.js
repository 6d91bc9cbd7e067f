/**
 * Completion while typing: words, names, themes and years that begin with what stands before the caret. Their groups
 * are described in archive/search/completion_lists.py and their shards in shard_suggestions.py.
 */
"use strict";

/**
 * @typedef {{kind: string, text: string, insert: string, caret: number, count: number}} Offer
 *   kind: word, minister, asker, theme or year; text: what to show; insert: the whole text with it in its place, and
 *   caret: the place behind it there; count: documents.
 * @typedef {{words: [string, string, string], values: [string, string, number, string][]}} CompletionGroup
 * @typedef {{form: string, count: number, after: number}} CompletionWord
 * @typedef {{json: (name: string) => Promise<any>, root: () => Promise<any>}} SuggestionShards
 *   As much of the shards as suggestions need: `root().suggestions` names their directories.
 */

const ArchiveComplete = (function () {
  const MOST = 8;
  const SHORTEST = 2;
  const VALUE_WEIGHT = 4;
  const OPERATORS = new Set(["OF", "OR", "EN", "AND", "NIET", "NOT"]);
  const QUOTES = '"“”„‟«»';
  /** By language, the field name for each kind of value. As in archive/search/query_wording.py. @type {Record<string, Record<string, string>>} */
  const FIELD_NAMES = {
    nl: { minister: "minister", asker: "vraagsteller", theme: "thema", year: "jaar" },
    en: { minister: "minister", asker: "asker", theme: "theme", year: "year" },
    fr: { minister: "ministre", asker: "auteur", theme: "thème", year: "année" },
  };
  const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

  /**
   * At most eight completions of the word before the caret, the best first; none for less than two letters.
   * @param {SuggestionShards} shards @param {string} text @param {number} caret
   * @param {string} [language] of the field names that are put in; Dutch where they have none in it
   * @returns {Promise<Offer[]>}
   */
  async function completions(shards, text, caret, language = "nl") {
    const typed = typedAt(text, caret);
    const { suggestions } = await shards.root();
    if (!typed || !suggestions) {
      return [];
    }
    const first = await shards.json(suggestions.completions);
    const best = offered(first, typed);
    const group = best.length < MOST ? groupOf(first.groups, typed.words[typed.words.length - 1]) : null;
    const found = group ? offered(await shards.json(group), typed) : best;
    const { start, end } = typed;
    const names = FIELD_NAMES[language] ?? FIELD_NAMES.nl;
    return found.map(({ kind, text: shown, value, count }) => {
      const insert = kind in names ? `${names[kind]}:${value}` : value;
      return {
        kind,
        text: shown,
        insert: text.slice(0, start) + insert + text.slice(end),
        caret: start + insert.length,
        count,
      };
    });
  }

  /**
   * What is being typed: its folded words, the kind of value its field asks for ("" for text), whether it stands
   * between quotation marks, and its place in the text; null where nothing can be offered.
   * @typedef {{words: string[], field: string, isQuoted: boolean, start: number, end: number}} Typed
   * @param {string} text @param {number} caret @returns {Typed | null}
   */
  function typedAt(text, caret) {
    const before = text.slice(0, caret);
    const isQuoted = marksIn(before) % 2 === 1;
    const found = (isQuoted ? typedName(text, before) : null) ?? typedWord(text, before, isQuoted);
    const last = found?.words[found.words.length - 1] ?? "";
    return last.length >= SHORTEST ? found : null;
  }

  /** A name between quotation marks behind its field. @param {string} text @param {string} before @returns {Typed | null} */
  function typedName(text, before) {
    const match = new RegExp(`(\\p{L}+):[${QUOTES}]([^${QUOTES}]*)$`, "u").exec(before);
    const field = match ? kindOf(match[1]) : null;
    if (!match || !field) {
      return null;
    }
    const closing = marksIn(text) % 2 === 0 ? text.slice(before.length).search(new RegExp(`[${QUOTES}]`, "u")) + 1 : 0;
    return { words: folded(match[2]), field, isQuoted: true, start: match.index, end: before.length + closing };
  }

  /** One word, behind a field or alone. @param {string} text @param {string} before @param {boolean} isQuoted @returns {Typed | null} */
  function typedWord(text, before, isQuoted) {
    const match = /** @type {RegExpExecArray} */ (new RegExp(`(?:(\\p{L}+):)?([^\\s()${QUOTES}]*)$`, "u").exec(before));
    const field = match[1] === undefined ? "" : kindOf(match[1]);
    if (field === null || OPERATORS.has(match[2]) || match[2].includes("*")) {
      return null;
    }
    const minus = field ? "" : (/^-+/.exec(match[2])?.[0] ?? "");
    const start = before.length - (field ? match[0].length : match[2].length - minus.length);
    const rest = new RegExp(`^[^\\s()${QUOTES}:]*`, "u").exec(text.slice(before.length))?.[0] ?? "";
    return { words: folded(match[2]), field, isQuoted, start, end: before.length + rest.length };
  }

  /** @param {string} text */
  function folded(text) {
    return text.split(/\s+/).map((word) => ArchiveTokens.fold(word).replace(EDGES, "")).filter(Boolean);
  }

  /** How many quotation marks a text has. @param {string} text */
  function marksIn(text) {
    return Array.from(text).filter((character) => QUOTES.includes(character)).length;
  }

  /** The kind of value that a field asks for; "" for a part of the text, null for a field with other values. @param {string} name */
  function kindOf(name) {
    const { FIELDS, VALUE_FIELDS } = ArchiveQueryValues;
    const field = FIELDS.get(name.toLowerCase()) ?? "meta";
    if (field in FIELD_NAMES.nl) {
      return field;
    }
    return VALUE_FIELDS.has(field) || field === "meta" ? null : "";
  }

  /** The name of the group that holds all that begins as a word does. @param {[string, string][]} groups @param {string} word */
  function groupOf(groups, word) {
    const letters = word.slice(0, SHORTEST);
    return groups.filter(([first]) => first <= letters).pop()?.[1] ?? null;
  }

  /**
   * What a group offers for what was typed, the best first.
   * @param {CompletionGroup} group @param {Typed} typed
   */
  function offered({ words, values }, { words: typed, field, isQuoted }) {
    const last = typed[typed.length - 1];
    /** @type {{kind: string, text: string, value: string, count: number, rank: number}[]} */
    const found = [];
    if (!field && typed.length === 1) {
      decoded(words)
        .filter(({ form, after }) => form.startsWith(last) && form !== last && last.length >= after)
        .forEach(({ form, count }) => found.push({ kind: "word", text: form, value: form, count, rank: count }));
    }
    for (const [kind, text, count, alone] of values) {
      if ((field ? kind === field : !isQuoted) && isNamed(text, typed)) {
        const value = alone || `"${text.replace(new RegExp(`[${QUOTES}]`, "gu"), "")}"`;
        found.push({ kind, text, value, count, rank: count * VALUE_WEIGHT });
      }
    }
    return found
      .sort((one, other) => other.rank - one.rank || ordered(one.kind, other.kind) || ordered(one.text, other.text))
      .slice(0, MOST);
  }

  /** @param {string} one @param {string} other */
  function ordered(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
  }

  /** Whether each of the words begins a word of a name. @param {string} text @param {string[]} typed */
  function isNamed(text, typed) {
    const words = text.split(/\s+/).flatMap((piece) => {
      const whole = ArchiveTokens.fold(piece).replace(EDGES, "");
      return [whole, ...whole.split(/[-/&'.,%]+/)];
    });
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  }

  /** @param {[string, string, string]} words @returns {CompletionWord[]} */
  function decoded([forms, documents, after]) {
    const counts = documents.split(" ");
    return unpacked(forms).map((form, place) => ({
      form,
      count: Number.parseInt(counts[place], 36),
      after: Number.parseInt(after[place], 36),
    }));
  }

  /** Words from their front-coded text: a capital says how many letters each shares with the one before. @param {string} coded */
  function unpacked(coded) {
    let word = "";
    return Array.from(coded.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
      word = word.slice(0, shared.charCodeAt(0) - 65) + rest;
      return word;
    });
  }

  return { completions, unpacked };
})();
