/**
 * A wrong query put right, where what was meant can be told. The same as archive/search/query_mending.py: the least
 * that takes an error away, then what is still wrong in turn, so that a proposal can always be asked.
 */
"use strict";

/**
 * @typedef {[number, number, string]} QueryEdit first and last (exclusive) character to be replaced, and by what
 * @typedef {InstanceType<typeof ArchiveQueryErrors.QueryError>} WrongQuery
 * @typedef {{text: string[], start: number, end: number}} QueryTrouble the characters of a query, and which are wrong
 */

const ArchiveQueryMending = (function () {
  const { QueryError } = ArchiveQueryErrors;
  const { FIELDS, MONTHS, KINDS, POSSESSIONS, dateRange, valueKey, nearest, edits } = ArchiveQueryValues;
  const MOST_EDITS = 8;
  const LONGEST_NUMBER = 9;
  const WIDEST_WINDOW = 50;
  const SHORTEST_PREFIX = 2;
  const QUOTES = '"“”„‟«»';
  const STOPS = `${QUOTES}()`;
  const BLANK = /(?!\ufeff)[\s\x1c-\x1f\x85]/;

  /** @type {Record<string, (trouble: QueryTrouble) => QueryEdit | null>} */
  const EDITS = {
    open_quote: ({ text }) => [text.length, text.length, '"'],
    open_parenthesis: ({ text }) => [text.length, text.length, ")"],
    empty_phrase: leftOut,
    close_parenthesis: leftOut,
    empty_field: leftOut,
    nothing_to_find: withoutOperator,
    short_prefix: withoutStar,
    short_ending: withoutStar,
    wrong_star: withOneStar,
    star_in_phrase: unquoted,
    wrong_distance: nearestDistance,
    unknown_field: renamedField,
    wrong_number: nearestNumber,
    wrong_year: nearestYears,
    wrong_date: nearestDates,
    reversed_range: turned,
    unknown_value: nearestValue,
  };

  /**
   * `query` put right after `first`; "" where nothing can be proposed. `parse` throws what is still wrong.
   * @param {string[]} query @param {WrongQuery} first @param {(text: string[]) => unknown} parse
   */
  function mended(query, first, parse) {
    let text = query;
    let error = first;
    for (let count = 0; count < MOST_EDITS; count += 1) {
      const edit = EDITS[error.code]?.({ text, start: error.position, end: error.end });
      if (!edit) {
        return "";
      }
      text = applied(text, edit);
      if (text.length === 0) {
        return "";
      }
      try {
        parse(text);
        return text.join("");
      } catch (next) {
        if (!(next instanceof QueryError)) {
          throw next;
        }
        error = next;
      }
    }
    return "";
  }

  /** @param {string[]} text @param {QueryEdit} edit */
  function applied(text, [start, end, replacement]) {
    const before = text.slice(0, start);
    let after = text.slice(end);
    const last = before[before.length - 1] ?? "";
    if (!replacement && (last === "(" || isBlank(last))) {
      after = stripped(after, true, false);
    }
    return stripped([...before, ...replacement, ...after], true, true);
  }

  /** @param {string} character */
  function isBlank(character) {
    return BLANK.test(character);
  }

  /** @param {string} character */
  function isQuote(character) {
    return QUOTES.includes(character);
  }

  /**
   * @param {string[]} text @param {boolean} first whether it is stripped at its beginning @param {boolean} last and at its end
   * @param {(character: string) => boolean} [isGone]
   */
  function stripped(text, first, last, isGone = isBlank) {
    let start = 0;
    let end = text.length;
    while (first && start < end && isGone(text[start])) {
      start += 1;
    }
    while (last && end > start && isGone(text[end - 1])) {
      end -= 1;
    }
    return text.slice(start, end);
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function leftOut({ start, end }) {
    return [start, end, ""];
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function withoutStar({ text, start, end }) {
    return [start, end, text.slice(start, end).join("").replaceAll("*", "")];
  }

  /** Takes away what stands where a word is wanted, or else the operator or "(" before it. @param {QueryTrouble} trouble @returns {QueryEdit} */
  function withoutOperator({ text, start, end }) {
    const last = Math.max(end, rawEnd(text, start));
    if (last > start) {
      return [start, last, ""];
    }
    const before = stripped(text.slice(0, start), false, true).length;
    if (before > 0 && text[before - 1] === "(") {
      return [before - 1, start + (text[start] === ")" ? 1 : 0), ""];
    }
    return [rawStart(text, before), before, ""];
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function withOneStar({ text, start: star, end }) {
    const start = rawStart(text, star);
    const raw = text.slice(start, end).join("");
    const bare = raw.replaceAll("*", "");
    const found = ArchiveTokens.tokens(bare).map(({ form }) => form);
    if (raw.startsWith("*") && found.length === 1) {
      return [start, end, `*${bare}`];
    }
    if (found.length > 1) {
      return [start, end, `${found.join(" ")}*`];
    }
    const first = raw.slice(0, raw.indexOf("*"));
    return [start, end, [...first].length >= SHORTEST_PREFIX ? `${first}*` : bare];
  }

  /** Takes away the quotation marks around a star, and a distance behind them. @param {QueryTrouble} trouble @returns {QueryEdit} */
  function unquoted({ text, start: star }) {
    let start = star;
    while (!isQuote(text[start])) {
      start -= 1;
    }
    const end = text.findIndex((character, place) => place >= star && isQuote(character));
    const after = text[end + 1] === "~" ? rawEnd(text, end + 1) : end + 1;
    return [start, after, text.slice(start + 1, end).join("")];
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function nearestDistance({ text, start, end }) {
    const value = text.slice(start + 1, end).join("");
    const near = Number(value.slice(0, 9)) < 1 ? "~1" : `~${WIDEST_WINDOW}`;
    return [start, end, /^[0-9]+$/.test(value) ? near : ""];
  }

  /** The field that was meant, or no field where none is near. @param {QueryTrouble} trouble @returns {QueryEdit} */
  function renamedField({ text, start, end }) {
    const name = text.slice(start, end).join("").toLowerCase();
    const near = nearest(name, FIELDS.keys());
    return isSlip(name, near) ? [start, end, near] : [end, end + 1, " "];
  }

  /** Whether few enough letters differ for a slip of the fingers. @param {string} written @param {string} meant */
  function isSlip(written, meant) {
    const letters = [...written];
    return edits(letters, [...meant]) <= Math.max(1, Math.floor(letters.length / 3));
  }

  /** @param {QueryTrouble} trouble */
  function valueOf({ text, start, end }) {
    const bare = stripped(text.slice(start, end), true, true, isQuote);
    return stripped(bare, true, true).join("").toLowerCase();
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function nearestNumber(trouble) {
    const found = (valueOf(trouble).match(/[0-9]+/g) ?? []).filter((one) => one.length <= LONGEST_NUMBER);
    return found.length === 1 ? [trouble.start, trouble.end, found[0]] : withoutField(trouble);
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function nearestYears(trouble) {
    const value = valueOf(trouble);
    const match = /^([0-9]{4})[-/–]([0-9]{4})$/.exec(value);
    if (match && match[1] !== match[2]) {
      const [low, high] = [match[1], match[2]].sort().map(Number);
      const [first, last] = [low, high - 1].map((year) => `${padded(year, 4)}-${padded(year + 1, 4)}`);
      return [trouble.start, trouble.end, first === last ? first : `${first}..${last}`];
    }
    if (dateRange(value)) {
      return withField(trouble, "datum");
    }
    if (/^[0-9]{2}$/.test(value)) {
      return [trouble.start, trouble.end, `${value >= "50" ? "19" : "20"}${value}`];
    }
    return withoutField(trouble);
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit | null} */
  function nearestDates(trouble) {
    const value = valueOf(trouble);
    const date = nearestDate(value);
    if (date !== null) {
      return [trouble.start, trouble.end, date];
    }
    return dateRange(value) ? withField(trouble, "datum") : null;
  }

  /** A day that the calendar has, for one that it has not; null where that is not what is wrong. @param {string} value */
  function nearestDate(value) {
    const written = /^([0-9]{1,2})\s+([a-zà-ÿ]+)\.?\s+([0-9]{4})$/.exec(value);
    if (written) {
      const month = MONTHS.get(written[2]);
      return month ? clamped(Number(written[3]), month, Number(written[1])) : null;
    }
    const figures = /^([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})$/.exec(value);
    if (!figures) {
      return null;
    }
    const parts = [figures[1], figures[3], figures[4]];
    const [year, month, day] = (parts[0].length === 4 ? parts : parts.reverse()).map(Number);
    const isTurned = month > 12 && day <= 12;
    return clamped(year > 99 ? year : 2000 + year, isTurned ? day : month, isTurned ? month : day);
  }

  /** @param {number} year @param {number} month @param {number} day */
  function clamped(year, month, day) {
    if (month < 1 || month > 12 || day < 1 || year > 9999) {
      return null;
    }
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
    return `${padded(year, 4)}-${padded(month, 2)}-${padded(Math.min(day, length), 2)}`;
  }

  /** @param {number} number @param {number} width */
  function padded(number, width) {
    return String(number).padStart(width, "0");
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function turned(trouble) {
    const [first, last] = valueOf(trouble).split(/\.\.(.*)/s).map((part) => part.trim());
    const found = `${last}..${first}`;
    return [trouble.start, trouble.end, /\s/.test(found) ? `"${found}"` : found];
  }

  /** @param {QueryTrouble} trouble @returns {QueryEdit} */
  function nearestValue(trouble) {
    const { text, start, end } = trouble;
    const colon = text.lastIndexOf(":", start - 1);
    const name = text.slice(rawStart(text, colon), colon).join("").toLowerCase();
    const key = valueKey(valueOf(trouble));
    const near = nearest(key, (FIELDS.get(name) === "kind" ? KINDS : POSSESSIONS).keys());
    return isSlip(key, near) ? [start, end, near] : withoutField(trouble);
  }

  /** Another field for the value that is wrong. @param {QueryTrouble} trouble @param {string} name @returns {QueryEdit} */
  function withField({ text, start }, name) {
    const colon = text.lastIndexOf(":", start - 1);
    return [rawStart(text, colon), colon, name];
  }

  /** The value that is wrong without its field: words to be found anywhere. @param {QueryTrouble} trouble @returns {QueryEdit} */
  function withoutField({ text, start }) {
    const colon = text.lastIndexOf(":", start - 1);
    return [rawStart(text, colon), colon + 1, ""];
  }

  /** Where what stands before `place` begins: behind a blank, quotation mark, parenthesis, colon or minus. @param {string[]} text @param {number} place */
  function rawStart(text, place) {
    let start = place;
    while (start > 0 && !BLANK.test(text[start - 1]) && !`${STOPS}:`.includes(text[start - 1])) {
      start -= 1;
    }
    while (start < place && text[start] === "-") {
      start += 1;
    }
    return start;
  }

  /** @param {string[]} text @param {number} place */
  function rawEnd(text, place) {
    let end = place;
    while (end < text.length && !BLANK.test(text[end]) && !STOPS.includes(text[end])) {
      end += 1;
    }
    return end;
  }

  return { mended };
})();
