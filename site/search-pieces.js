/** The pieces of a query as the reader typed them, so that some can be left out of a query that finds nothing. */
"use strict";

/** @typedef {{text: string, negative: boolean}} Piece negative: it leaves documents out */

const ArchiveQueryPieces = (function () {
  const PIECE = /-?(?:\p{L}+:)?\s*(?:["“”„‟«»][^"“”„‟«»]*["“”„‟«»](?:~\d+)?|\([^()]*\)|[^\s"“”„‟«»()]+)/gu;
  const EITHER = /^(?:OF|OR)$/;
  const BOTH = /^(?:EN|AND)$/;
  const NOT = /^(?:NIET|NOT)$/;
  const FIELD = /\p{L}:$/u;
  const LEAST = 2;
  const MOST = 8;

  /**
   * The pieces of which a document must have all; none where leaving one out would not be the whole of it: in a query
   * of one piece, with OF outside parentheses, or too long to try.
   * @param {string} query @returns {Piece[]}
   */
  function piecesOf(query) {
    /** @type {Piece[]} */
    const found = [];
    let negative = false;
    let field = "";
    for (const [text] of query.matchAll(PIECE)) {
      if (EITHER.test(text)) {
        return [];
      }
      if (NOT.test(text)) {
        negative = true;
      } else if (FIELD.test(text)) {
        field = text;
      } else if (!BOTH.test(text)) {
        const whole = `${negative ? "NIET " : ""}${field}${text}`;
        found.push({ text: whole.trim(), negative: negative || text.startsWith("-") });
        negative = false;
        field = "";
      }
    }
    const parsed = found.filter(({ text }) => isQuery(text));
    return parsed.length === found.length && found.length >= LEAST && found.length <= MOST ? found : [];
  }

  /** Whether a text is a query by itself. @param {string} text */
  function isQuery(text) {
    try {
      return Vraagarchief.parseQuery(text).op !== "all";
    } catch {
      return false;
    }
  }

  /** The query without one of its pieces. @param {Piece[]} pieces @param {number} left the place of the one left out */
  function without(pieces, left) {
    return pieces
      .filter((_, order) => order !== left)
      .map(({ text }) => text)
      .join(" ");
  }

  return { piecesOf, without };
})();
