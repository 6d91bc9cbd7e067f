/** The branches of a query put together: AND, OR, NOT, and long forms of abbreviations. */
"use strict";

/**
 * @typedef {{numbers: Int32Array, scores: Float64Array}} Matches document numbers, ascending, and their scores
 * @typedef {{name: string, found: Found}[]} Trace the leaves that a document is found by, in the order of the query
 */

const ArchiveMatches = (function () {
  /** Words of a query that stand side by side are tried together up to this many. */
  const LONGEST_FORM = 12;

  /**
   * What a query matches; what stands under no NOT is added to `trace`.
   * @param {Archive} archive @param {Tree} tree @param {Trace} trace @returns {Promise<Matches>}
   */
  async function evaluate(archive, tree, trace) {
    if (tree.op === "not") {
      return complement(await evaluate(archive, tree.of, []), archive.documents);
    }
    if (tree.op === "and" || tree.op === "or") {
      return evaluateBranches(archive, tree.op, tree.of, trace);
    }
    const { matches, name, found } = await ArchiveLeaves.evaluate(archive, tree);
    if (found) {
      trace.push({ name, found });
    }
    return matches;
  }

  /** @param {Archive} archive @param {"and" | "or"} op @param {Tree[]} of @param {Trace} trace @returns {Promise<Matches>} */
  async function evaluateBranches(archive, op, of, trace) {
    const traces = of.map(() => /** @type {Trace} */ ([]));
    const [runs, ...branches] = await Promise.all([
      op === "and" ? longForms(archive, of) : [],
      ...of.map((branch, order) => evaluate(archive, branch, traces[order])),
    ]);
    trace.push(...traces.flat());
    await ArchivePace.breathe();
    if (op === "or") {
      return any(branches, archive.documents);
    }
    const ways = [all(branches)];
    for (const { first, last, matches, name, found } of runs) {
      ways.push(all([...branches.slice(0, first), matches, ...branches.slice(last + 1)]));
      if (found) {
        trace.push({ name, found });
      }
    }
    return any(ways, archive.documents);
  }

  /**
   * Words side by side that are together a long form of the lexicon, as archive/search/query_long_forms.py finds
   * them: their first and last place, and what the form and its abbreviation match.
   * @param {Archive} archive @param {Tree[]} branches
   */
  async function longForms(archive, branches) {
    const runs = branches.map(async (start, first) => {
      const following = start.op === "word" ? branches.slice(first + 1, first + LONGEST_FORM) : [];
      const length = following.findIndex((branch) => branch.op !== "word" || start.op !== "word" || branch.zone !== start.zone);
      const words = (length < 0 ? following : following.slice(0, length)).map((branch) => (branch.op === "word" ? branch.form : ""));
      if (start.op !== "word" || words.length === 0) {
        return [];
      }
      const known = await knownForms(archive, `${start.form}_`);
      const joined = words.map((_, order) => [start.form, ...words.slice(0, order + 1)].join("_"));
      return Promise.all(
        joined.flatMap((form, order) => {
          const leaf = { op: start.op, form, zone: start.zone };
          const place = { first, last: first + order + 1 };
          return known.has(form)
            ? [ArchiveLeaves.evaluate(archive, leaf).then((found) => ({ ...place, ...found }))]
            : [];
        }),
      );
    });
    return (await Promise.all(runs)).flat();
  }

  /** The forms that begin with `start`, which mostly stand in the leaf of the word that it begins with. @param {Archive} archive @param {string} start */
  async function knownForms({ segments }, start) {
    const found = await Promise.all(segments.map(({ lexicon }) => lexicon.beginning(start)));
    const gone = new Set(found.flat().flatMap((entry) => (entry.isGone ? [entry.term] : [])));
    return new Set(found.flat().flatMap(({ term }) => (gone.has(term) ? [] : [term])));
  }

  /** @param {Matches} taken @param {number} documents @returns {Matches} */
  function complement({ numbers }, documents) {
    const left = new Uint8Array(documents).fill(1);
    for (let index = 0; index < numbers.length; index += 1) {
      left[numbers[index]] = 0;
    }
    return ArchiveLeaves.unscored(ArchiveLists.flagged(left, documents));
  }

  /** The documents of all lists, their scores added; the shortest lists first. @param {Matches[]} lists @returns {Matches} */
  function all(lists) {
    return [...lists].sort((one, other) => one.numbers.length - other.numbers.length).reduce(both);
  }

  /** @param {Matches} one @param {Matches} other @returns {Matches} */
  function both(one, other) {
    const numbers = one.numbers.slice();
    const scores = one.scores.slice();
    let count = 0;
    let at = 0;
    for (let index = 0; index < one.numbers.length; index += 1) {
      const number = one.numbers[index];
      while (other.numbers[at] < number) {
        at += 1;
      }
      if (other.numbers[at] === number) {
        numbers[count] = number;
        scores[count] = one.scores[index] + other.scores[at];
        count += 1;
      }
    }
    return { numbers: numbers.subarray(0, count), scores: scores.subarray(0, count) };
  }

  /** The documents of any list, their scores added. @param {Matches[]} lists @param {number} documents @returns {Matches} */
  function any(lists, documents) {
    if (lists.length === 1) {
      return lists[0];
    }
    const present = new Uint8Array(documents);
    const sums = new Float64Array(documents);
    for (const { numbers, scores } of lists) {
      for (let index = 0; index < numbers.length; index += 1) {
        present[numbers[index]] = 1;
        sums[numbers[index]] += scores[index];
      }
    }
    const numbers = ArchiveLists.flagged(present, documents);
    const scores = new Float64Array(numbers.length);
    for (let index = 0; index < numbers.length; index += 1) {
      scores[index] = sums[numbers[index]];
    }
    return { numbers, scores };
  }

  return { evaluate };
})();
