/** What the cells of a printed table are worth when they are put in order, and which rows add up the others. */
"use strict";

const ArchiveTableValues = (function () {
  // As in archive/text/numbers.py: a full stop before exactly three digits groups thousands.
  const NUMBER = /^([<>≤≥±~]\s?)?([-–−+])?\s?(?:€\s?)?(\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:[,.](\d+))?\s?(?:%|‰|€|euro|procent)?$/u;
  // As in archive/text/totals.py.
  const TOTAL = /^(?:(?:(?:alg(?:emeen|\.)\s+|eind)?totaa?l(?:en)?)|som)(?![\p{L}\p{N}_])/iu;
  // As in archive/links/table_axes.py.
  const NONE = new Set(
    "- -- – — / ? * x . .. ... n/a na n.a. #n/b #n/a n.b. nb n.v.t. nvt n.g. ng nihil onbekend geen".split(" "),
  );
  // As in archive/export/table_csv.py: a cell that begins so would run in a spreadsheet, but for marks for none.
  const RUNS = /^(?:[\t\r\n]|[\p{C}\p{Z}]*[=+\-@＝＋－＠])/u;
  const NONE_MARKS = new Set(["-", "--", "+", "+/-"]);
  const inWords = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });

  /** The number in a cell as Dutch texts print it, null where it holds anything else. "<5" counts as 5. @param {string} cell */
  function numberOf(cell) {
    const match = NUMBER.exec(cell.trim());
    if (!match) {
      return null;
    }
    const [, , sign = "", whole = "", decimals = ""] = match;
    const value = Number(`${whole.replace(/\D/g, "")}.${decimals || "0"}`);
    return sign && sign !== "+" ? -value : value;
  }

  /** Whether a cell tells nothing: it is empty, or holds a mark for none. @param {string} cell */
  function isNone(cell) {
    const text = cell.trim().toLowerCase();
    return !text || NONE.has(text);
  }

  /** Whether the label of a row says that it adds up others. @param {string} label */
  function namesTotal(label) {
    return TOTAL.test(label.trim());
  }

  /**
   * Which of two cells comes first, as for Array.sort: numbers by value, then words, and last, in either direction,
   * what tells nothing.
   * @param {string} one @param {string} other @param {1 | -1} direction
   */
  function compare(one, other, direction) {
    const ranks = [one, other].map((cell) => (isNone(cell) ? 2 : numberOf(cell) === null ? 1 : 0));
    const [rank = 0, otherRank = 0] = ranks;
    if (rank !== otherRank) {
      return rank - otherRank;
    }
    if (rank === 2) {
      return 0;
    }
    const order = rank ? inWords.compare(one.trim(), other.trim()) : (numberOf(one) ?? 0) - (numberOf(other) ?? 0);
    return direction * order;
  }

  /** A cell, with an apostrophe before it where a spreadsheet would run it. @param {string} cell */
  function harmless(cell) {
    return RUNS.test(cell) && !NONE_MARKS.has(cell.trim()) && numberOf(cell) === null ? `'${cell}` : cell;
  }

  return { numberOf, isNone, namesTotal, compare, harmless };
})();
