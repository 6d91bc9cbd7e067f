/**
 * The leaves of a query: which documents each matches, and with what score. The same meaning as
 * archive/search/whoosh_leaves.py; scores are whole numbers, so both reckon alike.
 */
"use strict";

const ArchiveLeaves = (function () {
  const ANY_ZONE = 255;
  const YEAR = "#y";
  const NUMBER = "#n";

  /**
   * What a leaf matches, and what it is called where it is evidence; filters are none.
   * @param {Archive} archive @param {Leaf} leaf @returns {Promise<{matches: Matches, name: string, found: Found | null}>}
   */
  async function evaluate(archive, leaf) {
    const sought = soughtWords(archive, leaf);
    if (!sought) {
      return { matches: unscored(await filtered(archive, leaf)), name: "", found: null };
    }
    const found = await sought.found;
    const worth = ArchiveScoring.rarity(found.numbers.length, archive.documents);
    const scores = new Float64Array(found.impacts.length);
    for (let index = 0; index < scores.length; index += 1) {
      scores[index] = worth * found.impacts[index];
    }
    return { matches: { numbers: found.numbers, scores }, name: sought.name, found };
  }

  /** @param {Archive} archive @param {Leaf} leaf @returns {{name: string, found: Promise<Found>} | null} */
  function soughtWords(archive, leaf) {
    switch (leaf.op) {
      case "word":
        return { name: leaf.form, found: ArchiveWords.word(archive, leaf.form, bitsOf(leaf.zone)) };
      case "prefix":
        return { name: `${leaf.form}*`, found: ArchiveWords.prefix(archive, leaf.form, bitsOf(leaf.zone)) };
      case "ending":
        return { name: `*${leaf.form}`, found: ArchiveWords.ending(archive, leaf.form, bitsOf(leaf.zone)) };
      case "phrase": {
        const name = leaf.words.map(([form]) => form).join(" ");
        const bits = bitsOf(leaf.zone);
        const alone = leaf.words.length === 1;
        const found = alone ? ArchiveWords.exactForm(archive, name, bits) : ArchivePhrases.phrase(archive, leaf.words, bits);
        return { name, found };
      }
      case "near":
        return {
          name: leaf.words.join(" "),
          found: ArchivePhrases.near(archive, leaf.words, leaf.distance, bitsOf(leaf.zone)),
        };
      default:
        return null;
    }
  }

  /** The documents that a filter lets through. @param {Archive} archive @param {Leaf} leaf @returns {Promise<Int32Array>} */
  async function filtered(archive, leaf) {
    switch (leaf.op) {
      case "year":
        return withTerm(archive, YEAR + leaf.year);
      case "number":
        return withTerm(archive, NUMBER + leaf.number);
      case "dates":
        return dated(archive, leaf.first, leaf.last);
      case "facet":
        return ArchiveFacets.withValue(archive, leaf.facet, (value) =>
          ArchiveQueryValues.valueKeys(value).has(leaf.value),
        );
      default:
        return stretch(0, archive.documents);
    }
  }

  /** A mask of the zones that will do. @param {string | null} zone */
  function bitsOf(zone) {
    return zone === null ? ANY_ZONE : 1 << ArchiveScoring.ZONES.indexOf(zone);
  }

  /** @param {Int32Array} numbers @returns {Matches} */
  function unscored(numbers) {
    return { numbers, scores: new Float64Array(numbers.length) };
  }

  /** @param {number} first @param {number} count */
  function stretch(first, count) {
    return new Int32Array(count).map((_, index) => first + index);
  }

  /** @param {Archive} archive @param {string} term */
  async function withTerm({ segments }, term) {
    const lists = await Promise.all(segments.map((segment) => segment.postings(term)));
    const [one, ...others] = lists.flatMap((list) => (list ? [list.numbers] : []));
    // A document is in one segment only.
    return others.reduce((all, list) => Int32Array.from([...all, ...list]).sort(), one ?? stretch(0, 0));
  }

  /** @param {Archive} archive @param {string | null} first @param {string | null} last */
  async function dated({ shards }, first, last) {
    const low = first === null ? -Infinity : ordinal(first);
    const high = last === null ? Infinity : ordinal(last);
    const runs = (await ArchiveSegments.days(shards)).filter(([day]) => day >= low && day <= high);
    const count = runs.reduce((sum, [, , documents]) => sum + documents, 0);
    return stretch(runs.length ? runs[0][1] : 0, count);
  }

  /** Days since the day before 1 January of the year 1. @param {string} date in ISO 8601 */
  function ordinal(date) {
    const [year, month, day] = date.split("-").map(Number);
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    return Math.round(moment.getTime() / 86_400_000) + 719_163;
  }

  return { evaluate, unscored };
})();
