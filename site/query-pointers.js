/**
 * Words that point at one question: "nr. 386", "386 (2023-2024) Brouns", a file id, a pasted link, a date.
 * The same as archive/search/query_pointers.py, which says what is meant by each.
 */
"use strict";

/**
 * @typedef {{kind: string, branch: Tree}} QueryPiece one branch of a query, or three that are a date; kind: target,
 *   number, date (of a day), calendar (a year as the date), year (parliamentary), marker, filler, rest (other words
 *   and phrases) or limit (everything else)
 * @typedef {{targets: Tree[], loose: boolean, dates: Tree[], rest: Tree[], limits: Tree[]}} QueryPointer
 */

const ArchiveQueryPointers = (function () {
  const { dateSpan, parliamentaryYear } = ArchiveQueryValues;
  const MARKERS = words("n nr nrs no nos nummer nummers number numbers vraag vragen vraagnummer question questions sv pq");
  const ID_MARKERS = words("pfile dossier id document");
  const FILLERS = words("van aan op door over de het een dd from of to by on the en and schriftelijke written zittingsjaar zitting");
  const JOINTS = words("en and of or");
  const LINKS = words("http https www");
  const NAME_ZONES = ["minister", "asker"];
  const SHORTEST_ID = 5;
  const LONGEST_NUMBER = 9;
  const MOST_NUMBERS = 4;
  const MOST_WORDS = 12;
  const DIGITS = /^[0-9]+$/;
  const CALENDAR_YEAR = /^(?:19|20)[0-9]{2}$/;
  const WITH_YEAR = /^([0-9]{1,6})\/([0-9]{4}[-/][0-9]{2,4})$/;
  const MARKED = /^(?:nr|no|sv)([0-9]{1,6})$/;

  /** @param {string} text */
  function words(text) {
    return new Set(text.split(" "));
  }

  /** The tree in which words that point at a question also find that question. @param {Tree} tree @returns {Tree} */
  function withPointers(tree) {
    if (tree.op === "or") {
      return { op: "or", of: tree.of.map(withPointers) };
    }
    if (tree.op === "and") {
      const of = tree.of.map((one) => (one.op === "and" || one.op === "or" ? withPointers(one) : one));
      return pointed({ op: "and", of }, of);
    }
    return pointed(tree, [tree]);
  }

  /** Whether the words of what was typed without a blank, as "nr.386", are a marker and a number. @param {string[]} forms */
  function isMarked(forms) {
    return forms.length === 2 && MARKERS.has(forms[0]) && DIGITS.test(forms[1]);
  }

  /** @param {Tree} plain @param {Tree[]} branches @returns {Tree} */
  function pointed(plain, branches) {
    const pointer = pointerOf(piecesOf(branches));
    const found = pointer ? readings(pointer) : [];
    return found.length ? { op: "or", of: [plain, ...found], pointer: true } : plain;
  }

  /** @param {Tree[]} branches */
  function piecesOf(branches) {
    /** @type {QueryPiece[]} */
    const pieces = [];
    let place = 0;
    let afterMarker = false;
    while (place < branches.length) {
      const forms = branches.slice(place, place + 3).map(formOf);
      const written = forms.length === 3 && forms.every(Boolean) ? dateSpan(forms.join(" ")) : null;
      let piece = written ? { kind: "date", branch: dates(written) } : pieceOf(branches[place]);
      if (!written && CALENDAR_YEAR.test(forms[0]) && !afterMarker) {
        piece = { kind: "calendar", branch: dates([`${forms[0]}-01-01`, `${forms[0]}-12-31`]) };
      }
      pieces.push(piece);
      place += written ? 3 : 1;
      afterMarker = piece.kind === "marker";
    }
    return pieces;
  }

  /** @param {[string, string]} span @returns {Tree} */
  function dates([first, last]) {
    return { op: "dates", first, last };
  }

  /** The form of a word that is sought anywhere; "" for every other branch. @param {Tree} branch */
  function formOf(branch) {
    return branch.op === "word" && branch.zone === null ? branch.form : "";
  }

  /** @param {Tree} branch @returns {QueryPiece} */
  function pieceOf(branch) {
    if (branch.op === "phrase" && branch.zone === null) {
      const target = linked(branch.words.map(([form]) => form));
      return target ? { kind: "target", branch: target } : { kind: "rest", branch };
    }
    const form = formOf(branch);
    if (!form) {
      return { kind: "limit", branch };
    }
    if (DIGITS.test(form)) {
      return { kind: "number", branch };
    }
    if (MARKERS.has(form) || ID_MARKERS.has(form)) {
      return { kind: "marker", branch };
    }
    if (FILLERS.has(form)) {
      return { kind: "filler", branch };
    }
    const year = parliamentaryYear(form);
    if (year) {
      return { kind: "year", branch: { op: "year", year } };
    }
    const day = dateSpan(form);
    if (day && day[0] === day[1]) {
      return { kind: "date", branch: dates(day) };
    }
    const target = writtenTogether(form);
    return target ? { kind: "target", branch: target } : { kind: "rest", branch };
  }

  /** What "sv386" or "386/2023-2024" points at. @param {string} form @returns {Tree | null} */
  function writtenTogether(form) {
    const marked = MARKED.exec(form);
    if (marked) {
      return numbered(marked[1]);
    }
    const parts = WITH_YEAR.exec(form);
    const year = parts && parliamentaryYear(parts[2]);
    return parts && year ? allOf(numbered(parts[1]), { op: "year", year }) : null;
  }

  /** What a pasted link to a file or page, or the id of a record, points at. @param {string[]} forms @returns {Tree | null} */
  function linked(forms) {
    const last = forms[forms.length - 1];
    if (!DIGITS.test(last)) {
      return null;
    }
    if (LINKS.has(forms[0]) && last.length >= SHORTEST_ID) {
      return identified(last);
    }
    if (forms.length === 3 && parliamentaryYear(forms[0]) === forms[0] && last.length <= LONGEST_NUMBER) {
      const names = forms[1].split("-").filter(Boolean);
      return allOf({ op: "year", year: forms[0] }, numbered(last), ...names.map((name) => inZone(name, "minister")));
    }
    return null;
  }

  /** @param {string} form @param {string | null} zone @returns {Tree} */
  function inZone(form, zone) {
    return { op: "word", form, zone };
  }

  /** What is evidence for a question with this number: more than any document has that mentions it. @param {string} digits */
  function numbered(digits) {
    return allOf({ op: "number", number: Number(digits) }, identified(String(Number(digits))));
  }

  /** The same for the id of a file or page, which is of one document alone. @param {string} form @returns {Tree} */
  function identified(form) {
    return { op: "and", of: [inZone(form, null), inZone(form, "meta"), inZone(form, "meta")] };
  }

  /** What the pieces point at; null where they point at nothing. @param {QueryPiece[]} pieces @returns {QueryPointer | null} */
  function pointerOf(pieces) {
    const targets = markedTargets(pieces);
    const [numbers, years, found, rest] = ["number", "year", "date", "rest"].map((kind) => ofKind(pieces, kind));
    const limits = [...years, ...ofKind(pieces, "limit")];
    const evidence = [...found, ...ofKind(pieces, "calendar")];
    if (targets.length) {
      return { targets: targets.slice(0, MOST_NUMBERS), loose: true, dates: evidence, rest, limits };
    }
    if (numbers.length === 1) {
      const digits = formOf(numbers[0]);
      const isNumber = years.length > 0 && digits.length <= LONGEST_NUMBER;
      // Without a year it may be the number of a question as well as the id of a file or page.
      const target = isNumber ? numbered(digits) : inZone(digits, "meta");
      return { targets: [target], loose: years.length > 0 || digits.length >= SHORTEST_ID, dates: evidence, rest, limits };
    }
    if (found.length) {
      return { targets: [], loose: true, dates: found, rest: [...rest, ...numbers, ...ofKind(pieces, "marker")], limits };
    }
    return null;
  }

  /** @param {QueryPiece[]} pieces @param {string} wanted */
  function ofKind(pieces, wanted) {
    return pieces.filter(({ kind }) => kind === wanted).map(({ branch }) => branch);
  }

  /** The evidence for each number behind a marker ("nrs. 142 en 256"), and for links and ids. @param {QueryPiece[]} pieces */
  function markedTargets(pieces) {
    /** @type {Tree[]} */
    const found = [];
    let marker = "";
    for (const { kind, branch } of pieces) {
      const form = formOf(branch);
      if (kind === "target") {
        found.push(branch);
      }
      if (kind === "marker") {
        marker = form;
      } else if (kind === "number" && marker) {
        const isId = ID_MARKERS.has(marker) || form.length >= SHORTEST_ID;
        found.push(isId ? identified(form) : numbered(form));
      } else if (!JOINTS.has(form)) {
        marker = "";
      }
    }
    return found;
  }

  /** Every way to read a pointer; a question that several of them find has the scores of all. @param {QueryPointer} pointer */
  function readings({ targets, loose, dates: found, rest, limits }) {
    if (rest.length > MOST_WORDS) {
      const isCitation = loose && limits.some(({ op }) => op === "year");
      return isCitation ? targets.flatMap((target) => readingsOfCitation(target, rest, limits)) : [];
    }
    const names = rest.map(inNames);
    if (targets.length === 0) {
      return found.map((date) => allOf(date, ofThatTime(date), ...limits, ...rest));
    }
    return targets.flatMap((target) => [
      ...(loose ? [allOf(target, ...limits, ...rest)] : []),
      ...(names.length || !loose ? [allOf(target, ...limits, ...names)] : []),
      ...found.map((date) => allOf(target, ...limits, date, ...(loose ? [] : names))),
    ]);
  }

  /**
   * A long text that gives number and year as well names the rest as somebody wrote it: no word need agree.
   * @param {Tree} target @param {Tree[]} rest @param {Tree[]} limits
   */
  function readingsOfCitation(target, rest, limits) {
    const words = rest.slice(0, MOST_WORDS).map((word) => allOf(target, ...limits, inNames(word)));
    return [allOf(target, ...limits), ...words];
  }

  /** All of these, the branches of groups among them standing for themselves. @param {...Tree} branches @returns {Tree} */
  function allOf(...branches) {
    const of = branches.flatMap((branch) => (branch.op === "and" ? branch.of : [branch]));
    return of.length === 1 ? of[0] : { op: "and", of };
  }

  /** A word or phrase in the names of minister and asker alone. @param {Tree} branch @returns {Tree} */
  function inNames(branch) {
    return { op: "or", of: NAME_ZONES.map((zone) => /** @type {Tree} */ ({ ...branch, zone })) };
  }

  /** A filter on a date scores nothing: the parliamentary year, one of two, gives a question its score. @param {Tree} date @returns {Tree} */
  function ofThatTime(date) {
    const year = Number(date.op === "dates" && date.first ? date.first.slice(0, 4) : 0);
    const years = [year - 1, year].map((first) => [first, first + 1].map((one) => String(one).padStart(4, "0")).join("-"));
    return { op: "or", of: [date, ...years.map((form) => inZone(form, "meta"))] };
  }

  return { withPointers, isMarked };
})();
