/**
 * Field names, dates and years of the query language. The same as archive/search/query_fields.py and query_dates.py.
 */
"use strict";

const ArchiveQueryValues = (function () {
  /** What each field name asks for, as in archive/search/query_fields.py. */
  const FIELDS = new Map(
    Object.entries({
      vraagsteller: "asker", asker: "asker", minister: "minister", thema: "theme", theme: "theme",
      titel: "title", title: "title", vraag: "question", question: "question",
      antwoord: "answer", answer: "answer", tabel: "table", table: "table",
      nummer: "number", number: "number", jaar: "year", year: "year",
      van: "from", from: "from", tot: "until", until: "until",
    }),
  );
  const VALUE_FIELDS = new Set(["number", "year", "from", "until"]);

  const MONTHS = new Map(
    Object.entries({
      januari: 1, january: 1, februari: 2, february: 2, maart: 3, march: 3, april: 4, mei: 5, may: 5,
      juni: 6, june: 6, juli: 7, july: 7, augustus: 8, august: 8, september: 9, oktober: 10, october: 10,
      november: 11, december: 12,
    }),
  );

  /**
   * The first and last day that `text` (lower case) names, in ISO 8601; null when it is no date.
   * @param {string} text @returns {[string, string] | null}
   */
  function dateSpan(text) {
    let match = /^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$/.exec(text);
    if (match) {
      return span(Number(match[1]), match[2] ? Number(match[2]) : null, match[3] ? Number(match[3]) : null);
    }
    match = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$/.exec(text);
    if (match) {
      return span(Number(match[3]), Number(match[2]), Number(match[1]));
    }
    match = /^([0-9]{1,2})\s+([a-z]+)\s+([0-9]{4})$/.exec(text);
    const month = match ? MONTHS.get(match[2]) : undefined;
    return match && month ? span(Number(match[3]), month, Number(match[1])) : null;
  }

  /**
   * @param {number} year @param {number | null} month @param {number | null} day
   * @returns {[string, string] | null}
   */
  function span(year, month, day) {
    if (year < 1 || (month !== null && (month < 1 || month > 12))) {
      return null;
    }
    const lastMonth = month ?? 12;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = lastMonth === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(lastMonth) ? 30 : 31;
    if (day !== null) {
      const only = iso(year, lastMonth, day);
      return day >= 1 && day <= length ? [only, only] : null;
    }
    return [iso(year, month ?? 1, 1), iso(year, lastMonth, length)];
  }

  /** @param {number} year @param {number} month @param {number} day */
  function iso(year, month, day) {
    return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  }

  /** "2023-2024" for 2023-2024, 2023/2024 or 2023-24; null when the years do not follow. @param {string} text */
  function parliamentaryYear(text) {
    const match = /^([0-9]{4})[-/–]((?:[0-9]{2})?[0-9]{2})$/.exec(text);
    if (!match) {
      return null;
    }
    const following = String(Number(match[1]) + 1).padStart(4, "0");
    return following.endsWith(match[2]) ? `${match[1]}-${following}` : null;
  }

  /** The known field name that is the fewest edits away; the first in the list where several are. @param {string} name */
  function nearestField(name) {
    let best = "";
    let fewest = Infinity;
    for (const known of FIELDS.keys()) {
      const count = edits([...name], [...known]);
      if (count < fewest) {
        best = known;
        fewest = count;
      }
    }
    return best;
  }

  /** How many letters must be added, dropped or changed (Levenshtein). @param {string[]} one @param {string[]} other */
  function edits(one, other) {
    const row = Array.from({ length: other.length + 1 }, (_, place) => place);
    one.forEach((letter, count) => {
      let previous = row[0];
      row[0] = count + 1;
      other.forEach((wanted, place) => {
        const kept = previous + (letter === wanted ? 0 : 1);
        previous = row[place + 1];
        row[place + 1] = Math.min(previous + 1, row[place] + 1, kept);
      });
    });
    return row[other.length];
  }

  return { FIELDS, VALUE_FIELDS, MONTHS, dateSpan, parliamentaryYear, nearestField };
})();
