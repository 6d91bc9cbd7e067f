/** The values of documents: which documents have a chosen one, and how many have each. */
"use strict";

/** @typedef {{name: string, fits: Uint8Array}} Choice which documents have a wanted value of a facet */

const ArchiveFacets = (function () {
  /** The names of the facets of an archive. @param {Archive} archive */
  function names({ segments }) {
    return [...new Set(segments.flatMap(({ root }) => Object.keys(root.columns)))];
  }

  /** Refuses names that are no facets. @param {Archive} archive @param {string[]} wanted */
  function refuseUnknown(archive, wanted) {
    const known = names(archive);
    const unknown = wanted.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new RangeError(`there is no facet ${unknown}; choose one of ${known.join(", ")}`);
    }
  }

  /** Begins to load the values of facets. @param {Archive} archive @param {string[]} wanted */
  function expect({ segments }, wanted) {
    for (const segment of segments) {
      for (const name of wanted) {
        segment.column(name).catch(() => undefined); // whoever needs it will ask again and tell
      }
    }
  }

  /**
   * Calls `tell` with every document and each of its values, by its place among those of its segment.
   * @param {ShardSegment} segment @param {Column} column @param {(number: number, code: number) => void} tell
   */
  async function eachValue(segment, { starts, codes }, tell) {
    const globals = await segment.numbers();
    const { documents } = segment.root;
    for (let local = 0; local < documents; local += 1) {
      const number = globals ? globals[local] : local;
      const end = starts ? starts[local + 1] : local + 1;
      for (let index = starts ? starts[local] : local; index < end; index += 1) {
        if (number >= 0 && codes[index] >= 0) {
          tell(number, codes[index]);
        }
      }
    }
  }

  /** Which documents have a value that `isWanted`. @param {Archive} archive @param {string} name @param {(value: string) => boolean} isWanted */
  async function fitting({ segments, documents }, name, isWanted) {
    const fits = new Uint8Array(documents);
    for (const segment of segments) {
      const column = await segment.column(name);
      const wanted = column.values.map(isWanted);
      await eachValue(segment, column, (number, code) => {
        if (wanted[code]) {
          fits[number] = 1;
        }
      });
    }
    return fits;
  }

  /** The documents with a value that `isWanted`. @param {Archive} archive @param {string} name @param {(value: string) => boolean} isWanted */
  async function withValue(archive, name, isWanted) {
    const fits = await fitting(archive, name, isWanted);
    return ArchiveLists.flagged(fits, archive.documents);
  }

  /** For each facet with a choice, which documents have a wanted value. @param {Archive} archive @param {Record<string, string[]>} filters @returns {Promise<Choice[]>} */
  function choices(archive, filters) {
    const chosen = Object.keys(filters).filter((name) => filters[name].length > 0);
    return Promise.all(
      chosen.map(async (name) => ({
        name,
        fits: await fitting(archive, name, (value) => filters[name].includes(value)),
      })),
    );
  }

  /** Those of `found` that fit every choice. @param {Matches} found @param {Choice[]} chosen @returns {Matches} */
  function narrowed(found, chosen) {
    if (chosen.length === 0) {
      return found;
    }
    const numbers = found.numbers.slice();
    const scores = found.scores.slice();
    let count = 0;
    for (let index = 0; index < numbers.length; index += 1) {
      if (chosen.every(({ fits }) => fits[numbers[index]] === 1)) {
        numbers[count] = numbers[index];
        scores[count] = scores[index];
        count += 1;
      }
    }
    return { numbers: numbers.subarray(0, count), scores: scores.subarray(0, count) };
  }

  /**
   * Counts of the values of facets, under the query and the choices in all other facets; the most frequent first.
   * @param {Archive} archive @param {string[]} wanted @param {Matches} found @param {Choice[]} chosen
   */
  async function counts(archive, wanted, found, chosen) {
    /** @type {Record<string, FacetValue[]>} */
    const facets = {};
    for (const name of wanted) {
      const others = narrowed(found, chosen.filter((choice) => choice.name !== name));
      facets[name] = await countsOf(archive, name, others.numbers);
      await ArchivePace.breathe();
    }
    return facets;
  }

  /** @param {Archive} archive @param {string} name @param {Int32Array} numbers @returns {Promise<FacetValue[]>} */
  async function countsOf({ segments, documents }, name, numbers) {
    const present = new Uint8Array(documents);
    for (let index = 0; index < numbers.length; index += 1) {
      present[numbers[index]] = 1;
    }
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const segment of segments) {
      const column = await segment.column(name);
      const tally = new Int32Array(column.values.length);
      await eachValue(segment, column, (number, code) => {
        tally[code] += present[number];
      });
      column.values.forEach((value, code) => {
        sums.set(value, (sums.get(value) ?? 0) + tally[code]);
      });
    }
    return [...sums]
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }

  return { names, refuseUnknown, expect, withValue, choices, narrowed, counts };
})();
