/**
 * Suggestions: corrections of a query that finds nothing, and completions of one that is being typed.
 *
 *     await ArchiveSuggest.corrections(shards, "begeleidng minister:bruons")
 *     [{from: "begeleidng bruons", to: "begeleiding brouns", query: "begeleiding minister:brouns"}]
 *
 * The same corrections as archive/search/corrections.py gives; tests/search/suggestion_cases.json is run through both.
 * Needs tokens.js, query-values.js, pace.js, spelling.js and complete.js before it.
 */
"use strict";

/**
 * @typedef {{form: string, level: number, fields: number}} ListedWord
 * @typedef {{heads: Map<string, ListedWord>, tails: Map<string, ListedWord>}} NearLists
 * @typedef {{start: number, end: number, form: string, fields: number}} AskedWord
 * @typedef {[score: number, form: string]} ScoredWord
 * @typedef {{start: number, end: number, options: ScoredWord[]}} Slip
 * @typedef {{from: string, to: string, query: string}} Correction
 *   `to` in place of `from` makes `query` of the query.
 * @typedef {{shards: SuggestionShards, documentsOf: (form: string) => Promise<number>}} Lexicon
 */

const ArchiveSuggest = (function () {
  const { FAR, sound, headKey, tailKey, edits } = ArchiveSpelling;
  const MOST = 3;
  const MOST_SLIPS = 3;
  const MOST_PAIRS = 2;
  const LEVELS_BELOW = 4;
  const HEARD = 8;
  const GLUED = 16;
  const EDIT_WEIGHT = 4;
  const LEVEL_WEIGHT = 3;
  const SHORTEST_PART = 3;
  const LEVEL_OF_SHORT = 9;
  const LEVEL_OF_COMMON = 6;
  const ENDING = 3;
  const ONE_EDIT = 10;
  const MOST_LETTERS = 5;
  const MOST_LENGTH = 3;
  const SHORTEST = 3;
  /** So many words are compared without asking whether the page waits for something. */
  const AT_ONCE = 500;
  const OPERATORS = new Set(["OF", "OR", "EN", "AND", "NIET", "NOT"]);
  const QUOTES = new Set('"“”„‟«»');
  const PIECE = /\p{L}+:(?!\/\/)|["“”„‟«»]|[()]|[^\s()"“”„‟«»]+/gu;
  const WORD = /^[a-z]+(?:[-&'][a-z]+)*$/;
  /** Stands for a field whose values are no words of the corpus. */
  const SKIPPED = -1;
  /** @type {Record<string, number>} */
  const FIELD_BITS = { minister: 1, asker: 2, theme: 4 };
  /** The lists that were asked for, by what their shards hold. @type {WeakMap<object, Map<string, ListedWord>>} */
  const decoded = new WeakMap();

  /**
   * Up to three corrected queries, the best first; none when every word is known, or nothing is near. Of each word
   * that finds nothing two shards are loaded.
   * @param {SuggestionShards} shards @param {string} query
   * @param {(form: string) => Promise<number>} [documentsOf] in how many documents a form stands; without it, the
   *   words of the lists are taken for known
   * @returns {Promise<Correction[]>}
   */
  async function corrections(shards, query, documentsOf) {
    if (!(await shards.root()).suggestions) {
      return [];
    }
    const lexicon = { shards, documentsOf: documentsOf ?? ((form) => listedDocuments(shards, form)) };
    const asked = askedWords(query);
    /** @type {Slip[]} */
    const slips = [];
    for (let order = 0; order < asked.length && slips.length < MOST_SLIPS; order += 1) {
      if (slips.length === 0 || asked[order].start >= slips[slips.length - 1].end) {
        const slip = await slipOf(lexicon, query, asked, order);
        slips.push(...(slip ? [slip] : []));
      }
    }
    return corrected(query, slips.length ? slips : await joinedWords(lexicon, query, asked));
  }

  /** The words of a query that may be misspelt, as archive/search/query_slips.py. @param {string} query */
  function askedWords(query) {
    /** @type {AskedWord[]} */
    const found = [];
    for (const [at, piece, fields] of pieces(query)) {
      for (const { form, start, end } of ArchiveTokens.tokens(piece)) {
        if (form.length >= SHORTEST && WORD.test(form)) {
          found.push({ start: at + start, end: at + end, form, fields });
        }
      }
    }
    return found;
  }

  /** Start, text and field bit of what stands between blanks, quotation marks and parentheses. @param {string} query */
  function pieces(query) {
    /** @type {[number, string, number][]} */
    const found = [];
    let pending = 0;
    let quoted = 0;
    let isQuoted = false;
    let groups = [0];
    for (const match of query.matchAll(PIECE)) {
      const piece = match[0];
      const at = /** @type {number} */ (match.index);
      const around = groups[groups.length - 1];
      const field = piece.endsWith(":") ? ArchiveQueryValues.FIELDS.get(piece.slice(0, -1).toLowerCase()) : undefined;
      if (QUOTES.has(piece)) {
        isQuoted = !isQuoted;
        quoted = isQuoted ? pending || around : 0;
        pending = isQuoted ? 0 : pending;
      } else if (isQuoted) {
        found.push([at, piece, quoted]);
      } else if (piece === "(") {
        groups.push(pending || around);
        pending = 0;
      } else if (piece === ")") {
        groups = groups.length > 1 ? groups.slice(0, -1) : [0];
      } else if (field !== undefined) {
        pending = isValueField(field) ? SKIPPED : (FIELD_BITS[field] ?? 0);
      } else {
        if (!(OPERATORS.has(piece) || piece.startsWith("-") || piece.includes("*") || piece.includes("://"))) {
          found.push([at, piece, pending || around]);
        }
        pending = 0;
      }
    }
    return found.filter(([, , fields]) => fields !== SKIPPED);
  }

  /** @param {string} field */
  function isValueField(field) {
    return ArchiveQueryValues.VALUE_FIELDS.has(field) || field === "meta";
  }

  /**
   * What may have been meant by a word, or by it and the word beside it; null where it is known.
   * @param {Lexicon} lexicon @param {string} query @param {AskedWord[]} asked @param {number} order
   * @returns {Promise<Slip | null>}
   */
  async function slipOf({ shards, documentsOf }, query, asked, order) {
    const { form, fields, start, end } = asked[order];
    const documents = fields ? 0 : await documentsOf(form);
    if (documents > 1) {
      return null;
    }
    const near = await nearLists(shards, form);
    const either = [...new Map([...near.heads, ...near.tails]).values()];
    let options;
    if (documents === 1) {
      options = await surelyMeant(form, either);
    } else if (fields) {
      options = (near.heads.get(form)?.fields ?? 0) & fields ? [] : await nearestWords(form, either, fields);
    } else {
      const joined = joinedWithNext(query, asked, order, near);
      if (joined) {
        return joined;
      }
      options = [...(await nearestWords(form, either)), ...partedWords(form, near)].sort(byScore);
    }
    return options.length ? { start, end, options: options.slice(0, MOST) } : null;
  }

  /** @param {string} query @param {AskedWord[]} asked @param {number} order @param {NearLists} near */
  function joinedWithNext(query, asked, order, { heads }) {
    const [pair] = pairs(query, asked.slice(order, order + 2));
    const form = pair ? pair[0].form + pair[1].form : "";
    return heads.has(form) ? { start: pair[0].start, end: pair[1].end, options: [/** @type {ScoredWord} */ ([0, form])] } : null;
  }

  /**
   * Known words side by side that the corpus writes as one, with a linking s or without.
   * @param {Lexicon} lexicon @param {string} query @param {AskedWord[]} asked @returns {Promise<Slip[]>}
   */
  async function joinedWords({ shards }, query, asked) {
    for (const [one, other] of pairs(query, asked).slice(0, MOST_PAIRS)) {
      const { heads, tails } = await nearLists(shards, one.form + other.form);
      const lowest = Math.min(heads.get(one.form)?.level ?? 0, tails.get(other.form)?.level ?? 0) - LEVELS_BELOW;
      /** @type {ScoredWord[]} */
      const options = [];
      ["", "s"].forEach((link, rank) => {
        const form = one.form + link + other.form;
        const listed = heads.get(form);
        if (listed && listed.level >= lowest) {
          options.push([rank, form]);
        }
      });
      if (options.length) {
        return [{ start: one.start, end: other.end, options }];
      }
    }
    return [];
  }

  /** Words with nothing but a blank between them. @param {string} query @param {AskedWord[]} asked */
  function pairs(query, asked) {
    return asked
      .slice(1)
      .map((other, order) => [asked[order], other])
      .filter(([one, other]) => query.slice(one.end, other.start) === " " && !one.fields && !other.fields);
  }

  /** The two lists that a word points to, by form. @param {SuggestionShards} shards @param {string} form @returns {Promise<NearLists>} */
  async function nearLists(shards, form) {
    const heard = sound(form);
    const directory = await shards.json((await shards.root()).suggestions.corrections);
    const [heads, tails] = await Promise.all([
      listFor(shards, directory.heads, headKey(heard)),
      listFor(shards, directory.tails, tailKey(heard)),
    ]);
    return { heads, tails };
  }

  /** @param {SuggestionShards} shards @param {[string, string][]} lists @param {string} key @returns {Promise<Map<string, ListedWord>>} */
  async function listFor(shards, lists, key) {
    const name = (lists.filter(([first]) => first <= key).pop() ?? lists[0])?.[1];
    if (!name) {
      return new Map();
    }
    const payload = /** @type {[string, string, string]} */ (await shards.json(name));
    const known = decoded.get(payload) ?? decodedList(payload);
    decoded.set(payload, known);
    return known;
  }

  /** @param {[string, string, string]} payload words, levels and fields @returns {Map<string, ListedWord>} */
  function decodedList([forms, levels, fields]) {
    return new Map(
      ArchiveComplete.unpacked(forms).map((form, place) => [
        form,
        { form, level: Number.parseInt(levels[place], 36), fields: Number(fields[place]) },
      ]),
    );
  }

  /** Documents enough for a word to be known, if the lists have it. @param {SuggestionShards} shards @param {string} form */
  async function listedDocuments(shards, form) {
    return (await nearLists(shards, form)).heads.has(form) ? 2 : 0;
  }

  /**
   * The candidates near a word, the best first, as archive/search/correcting.py.
   * @param {string} word @param {ListedWord[]} candidates @param {number} [wanted] bits of fields @param {number} [most]
   */
  async function nearestWords(word, candidates, wanted = 0, most = farthest(word)) {
    const heard = sound(word);
    const own = letters(word);
    /** @type {ScoredWord[]} */
    const found = [];
    for (const [order, { form, level, fields }] of candidates.entries()) {
      if (order % AT_ONCE === 0) {
        await ArchivePace.breathe();
      }
      const isOut = Math.abs(form.length - word.length) > MOST_LENGTH || (wanted !== 0 && (wanted & fields) === 0);
      if (!isOut && ones(own ^ letters(form)) <= MOST_LETTERS) {
        const cost = Math.min(edits(word, form, most), HEARD + edits(heard, sound(form), most - HEARD));
        if (cost > 0 && cost < FAR) {
          found.push([EDIT_WEIGHT * cost - LEVEL_WEIGHT * level, form]);
        }
      }
    }
    return found.sort(byScore);
  }

  /** As `nearestWords`, for a word that one document has. @param {string} word @param {ListedWord[]} candidates */
  function surelyMeant(word, candidates) {
    const common = candidates.filter(
      ({ form, level }) =>
        level >= LEVEL_OF_COMMON && form.slice(-ENDING) === word.slice(-ENDING) && Math.abs(form.length - word.length) <= 1,
    );
    return nearestWords(word, common, 0, ONE_EDIT);
  }

  /** The ways to part a word into two. @param {string} word @param {NearLists} near */
  function partedWords(word, { heads, tails }) {
    /** @type {ScoredWord[]} */
    const found = [];
    for (let cut = 2; cut < word.length - 1; cut += 1) {
      const left = heads.get(word.slice(0, cut));
      const right = tails.get(word.slice(cut));
      if (left && right && standsAlone(left) && standsAlone(right)) {
        const level = Math.min(left.level, right.level);
        found.push([EDIT_WEIGHT * GLUED - LEVEL_WEIGHT * level, `${left.form} ${right.form}`]);
      }
    }
    return found;
  }

  /** @param {ListedWord} word */
  function standsAlone({ form, level }) {
    return form.length >= SHORTEST_PART || level >= LEVEL_OF_SHORT;
  }

  /** The highest cost at which another word may still have been meant. @param {string} word */
  function farthest(word) {
    return word.length < 5 ? 12 : word.length < 8 ? 20 : 26;
  }

  /** A set of the letters a to z in a word, as bits. @param {string} word */
  function letters(word) {
    let found = 0;
    for (let place = 0; place < word.length; place += 1) {
      const letter = word.charCodeAt(place) - 97;
      found |= letter >= 0 && letter < 26 ? 1 << letter : 0;
    }
    return found;
  }

  /** @param {number} bits */
  function ones(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) {
      count += 1;
    }
    return count;
  }

  /** @param {ScoredWord} one @param {ScoredWord} other */
  function byScore([one, form], [other, otherForm]) {
    return one - other || (form < otherForm ? -1 : form > otherForm ? 1 : 0);
  }

  /**
   * The query with the best option of every slip; then with the next best one of a single slip.
   * @param {string} query @param {Slip[]} slips @returns {Correction[]}
   */
  function corrected(query, slips) {
    if (slips.length === 0) {
      return [];
    }
    const best = slips.map(() => 0);
    const others = slips
      .flatMap(({ options }, place) => options.slice(1).map(([score], rank) => [score - options[0][0], place, rank + 1]))
      .sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
      .slice(0, MOST - 1);
    const ranks = [best, ...others.map(([, place, rank]) => best.map((_, order) => (order === place ? rank : 0)))];
    return ranks.map((chosen) => {
      const words = slips.map(({ options }, order) => options[chosen[order]][1]);
      const from = slips.map(({ start, end }) => query.slice(start, end)).join(" ");
      const kept = slips.map(({ start }, order) => query.slice(order ? slips[order - 1].end : 0, start) + words[order]);
      return { from, to: words.join(" "), query: kept.join("") + query.slice(slips[slips.length - 1].end) };
    });
  }

  return { corrections, completions: ArchiveComplete.completions };
})();
