/**
 * The query language: text to tree. The same trees as archive/search/query.py, which describes the language;
 * tests/search/query_cases.json is run through both.
 */
"use strict";

/**
 * @typedef {{op: "all"}
 *   | {op: "word" | "prefix" | "ending", form: string, zone: string | null}
 *   | {op: "phrase", words: [string, number][], zone: string | null}
 *   | {op: "near", words: string[], distance: number, zone: string | null}
 *   | {op: "year", year: string}
 *   | {op: "number", number: number}
 *   | {op: "dates", first: string | null, last: string | null}
 *   | {op: "facet", facet: string, value: string}} Leaf
 * @typedef {Leaf | {op: "not", of: Tree} | {op: "and", of: Tree[]} | {op: "or", of: Tree[], pointer?: true}} Tree
 *   pointer: the first of `of` is what was typed, word for word, and the others what it points at
 */

const ArchiveQuery = (function () {
  const { QueryError } = ArchiveQueryErrors;
  const { withPointers, isMarked } = ArchiveQueryPointers;
  const { FIELDS, VALUE_FIELDS, DATE_FIELDS, RANGE_FIELDS, MONTHS, nearest, valueTree } = ArchiveQueryValues;
  const LONGEST_QUERY = 1000;
  const LONGEST_PHRASE = 32;
  const WIDEST_WINDOW = 50;
  const MOST_DEMANDING = 20;
  const DEEPEST = 20;
  const SHORTEST_PREFIX = 2;
  const SHORTEST_ENDING = 3;
  const QUOTES = new Set('"“”„‟«»');
  const OPENING = new Set([...QUOTES, "("]);
  const STOPS = new Set([...OPENING, ")"]);
  const OR = ["OF", "OR"];
  const AND = ["EN", "AND"];
  const NOT = ["NIET", "NOT"];
  const TRAILING = /[,.;:!?]+$/;
  const BLANK = /(?!\ufeff)[\s\x1c-\x1f\x85]/;

  /** Reads one query from left to right; `place` is the index of the next character. */
  class Reader {
    /** @param {string[]} text the characters (code points) of the query */
    constructor(text) {
      this.text = text;
      this.place = 0;
      this.demanding = 0;
    }

    /** Passes over blanks and says whether nothing follows. */
    atEnd() {
      while (this.place < this.text.length && BLANK.test(this.text[this.place])) {
        this.place += 1;
      }
      return this.place === this.text.length;
    }

    /** @param {string | null} zone @param {number} depth @returns {Tree} */
    readOr(zone, depth) {
      const branches = [this.readAnd(zone, depth)];
      while (this.takesOperator(OR)) {
        branches.push(this.readAnd(zone, depth));
      }
      return branches.length === 1 ? branches[0] : { op: "or", of: branches };
    }

    /** @param {string | null} zone @param {number} depth @returns {Tree} */
    readAnd(zone, depth) {
      this.atEnd();
      const start = this.place;
      /** @type {Tree[]} */
      const found = [];
      while (!this.atEnd() && this.text[this.place] !== ")" && !this.seesOperator(OR)) {
        if (this.takesOperator(AND)) {
          continue;
        }
        const isGroup = this.text[this.place] === "(";
        const branch = this.readOne(zone, depth);
        if (branch) {
          found.push(...(branch.op === "and" && zone === null && !isGroup ? branch.of : [branch]));
        }
      }
      if (found.length === 0) {
        throw new QueryError("nothing_to_find", start, start);
      }
      return found.length === 1 ? found[0] : { op: "and", of: found };
    }

    /**
     * A word, phrase, group or field, with the NOTs before it; null for signs without a letter or digit.
     * @param {string | null} zone @param {number} depth @returns {Tree | null}
     */
    readOne(zone, depth) {
      const start = this.place;
      if (depth > DEEPEST) {
        throw new QueryError("too_deep", start, start + 1);
      }
      const character = this.text[start];
      if (this.takesOperator(NOT) || this.takesMinus()) {
        const branch = this.atEnd() || this.text[this.place] === ")" ? null : this.readOne(zone, depth + 1);
        if (!branch) {
          throw new QueryError("nothing_to_find", start, this.place);
        }
        return { op: "not", of: branch };
      }
      if (character === "(") {
        return this.readGroup(zone, depth);
      }
      return QUOTES.has(character) ? this.counted(this.readPhrase(zone), start) : this.readWord(zone, depth);
    }

    /**
     * The leaf, which began at `start`; an error where there are too many that are more than a word.
     * @template {Tree | null} T @param {T} leaf @param {number} start @returns {T}
     */
    counted(leaf, start) {
      if (leaf && !["word", "number", "year"].includes(leaf.op)) {
        this.demanding += 1;
        if (this.demanding > MOST_DEMANDING) {
          throw new QueryError("too_many", start, this.place);
        }
      }
      return leaf;
    }

    /** @param {string | null} zone @param {number} depth */
    readGroup(zone, depth) {
      const start = this.place;
      this.place += 1;
      const tree = this.readOr(zone, depth + 1);
      if (this.atEnd()) {
        throw new QueryError("open_parenthesis", start, start + 1);
      }
      this.place += 1;
      return tree;
    }

    /** @param {string | null} zone @returns {Tree} */
    readPhrase(zone) {
      const start = this.place;
      const content = this.readQuoted();
      const star = content.indexOf("*");
      if (star >= 0) {
        throw new QueryError("star_in_phrase", start + 1 + star, start + 2 + star);
      }
      const words = wordsOf(content.join(""));
      if (words.length === 0) {
        throw new QueryError("empty_phrase", start, this.place);
      }
      if (words.length > LONGEST_PHRASE) {
        throw new QueryError("too_long", start, this.place);
      }
      const distance = this.readDistance();
      if (distance === null || words.length === 1) {
        return { op: "phrase", words, zone };
      }
      const forms = [...new Set(words.map(([form]) => form))];
      return { op: "near", words: forms, distance: Math.max(distance, forms.length - 1), zone };
    }

    readQuoted() {
      const start = this.place;
      this.place += 1;
      while (this.place < this.text.length && !QUOTES.has(this.text[this.place])) {
        this.place += 1;
      }
      if (this.place === this.text.length) {
        throw new QueryError("open_quote", start, start + 1);
      }
      this.place += 1;
      return this.text.slice(start + 1, this.place - 1);
    }

    /** The number after a phrase's "~"; null where there is none. */
    readDistance() {
      const start = this.place;
      if (this.text[start] !== "~") {
        return null;
      }
      this.place += 1;
      const value = this.readRaw();
      if (!/^[0-9]{1,4}$/.test(value) || Number(value) < 1 || Number(value) > WIDEST_WINDOW) {
        throw new QueryError("wrong_distance", start, this.place, { value });
      }
      return Number(value);
    }

    /** @param {string | null} zone @param {number} depth @returns {Tree | null} */
    readWord(zone, depth) {
      const start = this.place;
      const raw = this.readRaw();
      const colon = raw.indexOf(":");
      const name = colon < 0 ? "" : raw.slice(0, colon);
      if (/^\p{L}+$/u.test(name)) {
        const rest = raw.slice(colon + 1);
        const field = FIELDS.get(name.toLowerCase());
        if (field !== undefined) {
          this.place = start + [...name].length + 1;
          return this.readField(name, field, start, depth);
        }
        if ((rest && !rest.startsWith("//")) || (!rest && OPENING.has(this.text[this.place]))) {
          const near = nearest(name.toLowerCase(), FIELDS.keys());
          throw new QueryError("unknown_field", start, start + [...name].length, { value: name, near });
        }
      }
      return this.counted(word(raw, start, zone), start);
    }

    /** @param {string} name @param {string} field @param {number} start @param {number} depth @returns {Tree} */
    readField(name, field, start, depth) {
      if (this.atEnd() || this.text[this.place] === ")") {
        throw new QueryError("empty_field", start, start + [...name].length + 1, { value: name });
      }
      if (!VALUE_FIELDS.has(field)) {
        const branch = this.readOne(field, depth + 1);
        if (!branch) {
          throw new QueryError("empty_field", start, start + [...name].length + 1, { value: name });
        }
        return branch;
      }
      const valueStart = this.place;
      let text;
      if (QUOTES.has(this.text[valueStart])) {
        text = this.readQuoted().join("").trim();
      } else {
        text = trimmed(this.readRaw(), field);
        text = DATE_FIELDS.has(field) ? this.withMonth(text) : text;
      }
      const value = { text: text.toLowerCase(), start: valueStart, end: this.place };
      return this.counted(valueTree(field, value), start);
    }

    /** `first` with what makes "3 mei 2024" or "mei 2024" of it, if that stands behind it; else `first` alone. @param {string} first */
    withMonth(first) {
      const place = this.place;
      const day = /^[0-9]{1,2}$/.test(first) ? first : "";
      const month = !day ? first : this.atEnd() ? "" : this.readRaw();
      if (MONTHS.has(month.toLowerCase().replace(/\.+$/, ""))) {
        const year = this.atEnd() ? "" : this.readRaw().replace(TRAILING, "");
        if (/^[0-9]{4}$/.test(year)) {
          return `${day} ${month} ${year}`.trim();
        }
      }
      this.place = place;
      return first;
    }

    /** What follows up to a blank, quotation mark or parenthesis. */
    readRaw() {
      const start = this.place;
      while (this.place < this.text.length) {
        const character = this.text[this.place];
        if (STOPS.has(character) || BLANK.test(character)) {
          break;
        }
        this.place += 1;
      }
      return this.text.slice(start, this.place).join("");
    }

    /** @param {string[]} names */
    seesOperator(names) {
      const place = this.place;
      const found = this.takesOperator(names);
      this.place = place;
      return found;
    }

    /** @param {string[]} names */
    takesOperator(names) {
      this.atEnd();
      const place = this.place;
      if (names.includes(this.readRaw())) {
        return true;
      }
      this.place = place;
      return false;
    }

    /** Whether a "-" with something directly behind it stands here; a lone dash is passed over as a sign. */
    takesMinus() {
      const following = this.text[this.place + 1];
      if (this.text[this.place] !== "-" || !following || BLANK.test(following) || following === ")") {
        return false;
      }
      this.place += 1;
      return true;
    }
  }

  /** @param {string} text @returns {[string, number][]} */
  function wordsOf(text) {
    return ArchiveTokens.tokens(text).map((token) => [token.form, token.position]);
  }

  /** `raw` without the marks of a sentence behind it; the dots of a range that is open at its end stay. @param {string} raw @param {string} field */
  function trimmed(raw, field) {
    const bare = raw.replace(TRAILING, "");
    return RANGE_FIELDS.has(field) && raw.startsWith("..", bare.length) ? `${bare}..` : bare;
  }

  /** @param {string} raw @param {number} start @param {string | null} zone @returns {Tree | null} */
  function word(raw, start, zone) {
    if (raw.includes("*")) {
      return starred(raw.replace(TRAILING, ""), start, zone);
    }
    const words = wordsOf(raw);
    if (words.length > LONGEST_PHRASE) {
      throw new QueryError("too_long", start, start + [...raw].length);
    }
    if (zone === null && isMarked(words.map(([form]) => form))) {
      return { op: "and", of: words.map(([form]) => ({ op: "word", form, zone })) };
    }
    if (words.length > 1) {
      return { op: "phrase", words, zone };
    }
    return words.length === 1 ? { op: "word", form: words[0][0], zone } : null;
  }

  /**
   * begeleid* or *premie: one word with one star, at its end or at its beginning.
   * @param {string} bare @param {number} start @param {string | null} zone @returns {Tree}
   */
  function starred(bare, start, zone) {
    const star = bare.indexOf("*");
    const found = wordsOf(bare.replace("*", ""));
    if ((star !== 0 && star !== bare.length - 1) || bare.includes("*", star + 1) || found.length !== 1) {
      throw new QueryError("wrong_star", start + [...bare.slice(0, star)].length, start + [...bare].length);
    }
    const [form] = found[0];
    const atEnd = star > 0;
    if ([...form].length < (atEnd ? SHORTEST_PREFIX : SHORTEST_ENDING)) {
      throw new QueryError(atEnd ? "short_prefix" : "short_ending", start, start + [...bare].length);
    }
    return { op: atEnd ? "prefix" : "ending", form, zone };
  }

  /** @param {string[]} characters @returns {Tree} */
  function parsed(characters) {
    if (characters.length > LONGEST_QUERY) {
      throw new QueryError("too_long", LONGEST_QUERY, LONGEST_QUERY);
    }
    const reader = new Reader(characters);
    if (reader.atEnd()) {
      return { op: "all" };
    }
    const tree = reader.readOr(null, 0);
    if (!reader.atEnd()) {
      throw new QueryError("close_parenthesis", reader.place, reader.place + 1);
    }
    return tree;
  }

  /**
   * The tree of a query; {op: "all"} for an empty one. Throws QueryError.
   * @param {string} text
   * @returns {Tree}
   */
  function parseQuery(text) {
    // A character is at most two units of a text: nothing longer need be looked at.
    const characters = Array.from(text.slice(0, 2 * LONGEST_QUERY + 2));
    try {
      return withPointers(parsed(characters));
    } catch (error) {
      if (error instanceof QueryError) {
        error.mend = () =>
          typeof ArchiveQueryMending === "undefined" ? "" : ArchiveQueryMending.mended(characters, error, parsed);
      }
      throw error;
    }
  }

  return { QueryError, parseQuery };
})();
