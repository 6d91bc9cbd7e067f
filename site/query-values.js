/**
 * Fields of the query language and the values that some of them take. The same as archive/search/query_fields.py,
 * query_dates.py, query_facets.py and query_values.py.
 */
"use strict";

/**
 * @typedef {{text: string, start: number, end: number}} FieldValue what was written behind a field's colon, in lower
 *   case, and where it begins and ends in the query
 */

const ArchiveQueryValues = (function () {
  /** What each field name asks for, as in archive/search/query_fields.py. */
  const FIELDS = new Map(
    Object.entries({
      vraagsteller: "asker", asker: "asker", minister: "minister", thema: "theme", theme: "theme",
      titel: "title", title: "title", vraag: "question", question: "question",
      antwoord: "answer", answer: "answer", tabel: "table", table: "table",
      nummer: "number", number: "number", pfile: "meta", dossier: "meta", jaar: "year", year: "year",
      van: "from", from: "from", tot: "until", until: "until", datum: "date", date: "date",
      partij: "party", party: "party", soort: "kind", kind: "kind", heeft: "has", has: "has",
      auteur: "asker", ministre: "minister", thème: "theme", titre: "title", réponse: "answer", reponse: "answer",
      tableau: "table", numéro: "number", numero: "number", année: "year", annee: "year", depuis: "from",
      jusque: "until", parti: "party", type: "kind", contient: "has",
    }),
  );
  const VALUE_FIELDS = new Set(["number", "year", "from", "until", "date", "party", "kind", "has"]);
  /** In these a date may be written in several words without quotation marks; in those two values around "..". */
  const DATE_FIELDS = new Set(["from", "until", "date"]);
  const RANGE_FIELDS = new Set(["year", "date"]);
  const MOST_YEARS = 300;

  const MONTHS = new Map(
    Object.entries({
      januari: 1, january: 1, janvier: 1, jan: 1, janv: 1,
      februari: 2, february: 2, février: 2, fevrier: 2, feb: 2, févr: 2, fevr: 2,
      maart: 3, march: 3, mars: 3, mrt: 3, mar: 3,
      april: 4, avril: 4, apr: 4, avr: 4,
      mei: 5, may: 5, mai: 5,
      juni: 6, june: 6, juin: 6, jun: 6,
      juli: 7, july: 7, juillet: 7, jul: 7, juil: 7,
      augustus: 8, august: 8, août: 8, aout: 8, aug: 8,
      september: 9, septembre: 9, sept: 9, sep: 9,
      oktober: 10, october: 10, octobre: 10, okt: 10, oct: 10,
      november: 11, novembre: 11, nov: 11,
      december: 12, décembre: 12, decembre: 12, dec: 12, déc: 12,
    }),
  );

  /** Facet and key of its value, and what a reader may write for it behind `soort:`, as keys. @type {[string, string, string][]} */
  const KIND_NAMES = [
    ["kind", "writtenquestion", "vraag schriftelijkevraag question writtenquestion questionecrite"],
    ["kind", "supportingdocument", "document bijbehorenddocument supportingdocument documentdappui"],
    ["answer_kind", "substantive", "beantwoord inhoudelijk answered substantive reponsedonnee repondu"],
    ["answer_kind", "partial", "deels deelsbeantwoord gedeeltelijk answeredinpart partial reponsepartielle partielle"],
    ["answer_kind", "nodata", "geengegevens geencijfers geengegevensbeschikbaar nofiguresavailable nodata " +
      "pasdechiffresdisponibles pasdechiffres"],
    ["answer_kind", "referral", "verwijzing verwijzend verwijstnaareenanderantwoord referstoanotheranswer referral " +
      "renvoiauneautrereponse renvoi"],
    ["answer_kind", "notcompetent", "onbevoegd nietbevoegd ministernietbevoegd ministernotcompetent notcompetent " +
      "ministrenoncompetent noncompetent"],
    ["answer_kind", "holding", "voorlopig voorlopigantwoord provisionalanswer provisional holding " +
      "reponseprovisoire provisoire"],
    ["answer_kind", "coordinated", "gecoordineerd gecoordineerdantwoord coordinatedanswer coordinated " +
      "reponsecoordonnee coordonnee"],
    ["answer_kind", "none", "onbeantwoord nietbeantwoord notanswered unanswered none sansreponse"],
  ];
  const KINDS = facets(KIND_NAMES);
  const POSSESSIONS = facets([["has_table", "yes", "tabel tabellen table tables tableau tableaux"]]);

  /** @param {[string, string, string][]} rows @returns {Map<string, Leaf>} */
  function facets(rows) {
    return new Map(
      rows.flatMap(([facet, value, names]) =>
        names.split(/\s+/).map((name) => /** @type {[string, Leaf]} */ ([name, { op: "facet", facet, value }])),
      ),
    );
  }

  /** What a value of a facet is known by: its letters and digits alone. @param {string} value */
  function valueKey(value) {
    return ArchiveTokens.fold(value).replace(/[^\p{L}\p{N}]/gu, "");
  }

  /** The keys that find a value of a document: that of the whole, and those of its words. @param {string} value */
  function valueKeys(value) {
    return new Set([valueKey(value), ...ArchiveTokens.tokens(value).map(({ form }) => valueKey(form))]);
  }

  /**
   * The first and last day that `text` (lower case) names, in ISO 8601; null when it is no date.
   * @param {string} text @returns {[string, string] | null}
   */
  function dateSpan(text) {
    let match = /^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$/.exec(text);
    if (match) {
      return span(match[1], match[2], match[3]);
    }
    match = /^(?:([0-9]{1,2})[-/.])?([0-9]{1,2})[-/.]([0-9]{4})$/.exec(text);
    if (match) {
      return span(match[3], match[2], match[1]);
    }
    match = /^(?:([0-9]{1,2})\s+)?([a-zà-ÿ]+)\.?\s+([0-9]{4})$/.exec(text);
    const month = match ? MONTHS.get(match[2]) : undefined;
    return match && month ? span(match[3], String(month), match[1]) : null;
  }

  /**
   * @param {string} yearText @param {string | undefined} monthText @param {string | undefined} dayText
   * @returns {[string, string] | null}
   */
  function span(yearText, monthText, dayText) {
    const year = Number(yearText);
    const month = Number(monthText ?? 12);
    if (year < 1 || month < 1 || month > 12) {
      return null;
    }
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
    const day = Number(dayText ?? length);
    if (day < 1 || day > length) {
      return null;
    }
    return [iso(year, Number(monthText ?? 1), Number(dayText ?? 1)), iso(year, month, day)];
  }

  /** @param {number} year @param {number} month @param {number} day */
  function iso(year, month, day) {
    return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  }

  /** The parts of `text` around its first ".."; the last is null without one. @param {string} text @returns {[string, string | null]} */
  function partsOf(text) {
    const dots = text.indexOf("..");
    return dots < 0 ? [text, null] : [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
  }

  /**
   * First and last day of a date, or of two of them around "..", of which one may be left out; null for neither.
   * @param {string} text @returns {[string | null, string | null] | null}
   */
  function dateRange(text) {
    const [start, end] = partsOf(text);
    if (end === null) {
      return dateSpan(text);
    }
    const first = dateSpan(start);
    const last = dateSpan(end);
    if ((!start && !end) || (start && !first) || (end && !last)) {
      return null;
    }
    return [first && first[0], last && last[1]];
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

  /** @param {string} code @param {FieldValue} value @param {string} [near] */
  function wrong(code, { text, start, end }, near = "") {
    return new ArchiveQueryErrors.QueryError(code, start, end, { value: text, near });
  }

  /** What a field of VALUE_FIELDS asks for. Throws QueryError. @param {string} field @param {FieldValue} value @returns {Tree} */
  function valueTree(field, value) {
    switch (field) {
      case "number":
        return number(value);
      case "year":
        return years(value);
      case "date":
        return dates(value);
      case "party":
        return party(value);
      case "kind":
        return named(KINDS, value);
      case "has":
        return named(POSSESSIONS, value);
    }
    const found = dateSpan(value.text);
    if (!found) {
      throw wrong("wrong_date", value);
    }
    return { op: "dates", first: field === "from" ? found[0] : null, last: field === "from" ? null : found[1] };
  }

  /** @param {FieldValue} value @returns {Tree} */
  function number(value) {
    if (!/^[0-9]{1,9}$/.test(value.text)) {
      throw wrong("wrong_number", value);
    }
    return { op: "number", number: Number(value.text) };
  }

  /** A parliamentary year, a calendar year, or a range of either. @param {FieldValue} value @returns {Tree} */
  function years(value) {
    const year = parliamentaryYear(value.text);
    if (year) {
      return { op: "year", year };
    }
    const [start, end] = partsOf(value.text);
    const first = parliamentaryYear(start);
    const last = parliamentaryYear(end ?? "");
    if (first && last) {
      return parliamentaryYears(Number(first.slice(0, 4)), Number(last.slice(0, 4)), value);
    }
    if ((start && start.length !== 4) || (end && end.length !== 4) || !dateRange(value.text)) {
      throw wrong("wrong_year", value);
    }
    return dates(value);
  }

  /** @param {number} first @param {number} last @param {FieldValue} value @returns {Tree} */
  function parliamentaryYears(first, last, value) {
    if (last < first) {
      throw wrong("reversed_range", value);
    }
    if (last - first >= MOST_YEARS) {
      throw wrong("wrong_year", value);
    }
    const of = Array.from({ length: last - first + 1 }, (_, count) => yearFrom(first + count));
    return of.length === 1 ? of[0] : { op: "or", of };
  }

  /** @param {number} first @returns {Leaf} */
  function yearFrom(first) {
    return { op: "year", year: `${String(first).padStart(4, "0")}-${String(first + 1).padStart(4, "0")}` };
  }

  /** @param {FieldValue} value @returns {Tree} */
  function dates(value) {
    const range = dateRange(value.text);
    if (!range) {
      throw wrong("wrong_date", value);
    }
    const [first, last] = range;
    if (first && last && last < first) {
      throw wrong("reversed_range", value);
    }
    return { op: "dates", first, last };
  }

  /** @param {FieldValue} value @returns {Tree} */
  function party(value) {
    const key = valueKey(value.text);
    if (!key) {
      throw wrong("nothing_to_find", value);
    }
    return { op: "facet", facet: "party", value: key };
  }

  /** @param {Map<string, Leaf>} known @param {FieldValue} value @returns {Tree} */
  function named(known, value) {
    const key = valueKey(value.text);
    const found = known.get(key);
    if (!found) {
      throw wrong("unknown_value", value, nearest(key, known.keys()));
    }
    return found;
  }

  /** The known name that is the fewest edits away; the first where several are. @param {string} name @param {Iterable<string>} names */
  function nearest(name, names) {
    let best = "";
    let fewest = Infinity;
    for (const known of names) {
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

  return {
    FIELDS, VALUE_FIELDS, DATE_FIELDS, RANGE_FIELDS, MONTHS, KINDS, POSSESSIONS,
    dateSpan, dateRange, parliamentaryYear, valueTree, valueKey, valueKeys, nearest, edits,
  };
})();
