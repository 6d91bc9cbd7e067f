/**
 * Vraagarchief.search(query, options): full-text search in the reader's browser, from disk or from the web.
 *
 *     const result = await Vraagarchief.search("loonpremie minister:demir", {limit: 20, sort: "newest"});
 *     result.total, result.hits[0].title, result.facets.theme[0].count
 *
 * Needs tokens.js, query-values.js, query.js, shards.js and leaves.js before it. Rejects with a QueryError for a query that cannot be
 * understood, and with a ShardError that names the file when a shard is missing or damaged.
 */
"use strict";

/**
 * @typedef {{
 *   limit?: number, offset?: number, sort?: "relevance" | "newest" | "oldest",
 *   filters?: Record<string, string[]>, facets?: boolean | string[], base?: string,
 * }} SearchOptions
 *   limit: hits to give (20); offset: hits to leave out before them; filters: wanted values by facet, of which any
 *   will do; facets: those to be counted (all); false leaves them out and saves loading them; base: address of the
 *   folder of shards, with a slash at the end (search/ beside the folder of this script).
 * @typedef {{id: string, kind: string, url: string, score: number, title: string, number: number | null,
 *   parliamentary_year: string | null, asker: string | null, minister: string | null, date: string | null}} Hit
 *   url is relative to the site's root.
 * @typedef {{value: string, count: number}} FacetValue
 * @typedef {{total: number, exact: boolean, hits: Hit[], facets: Record<string, FacetValue[]>}} SearchResult
 */

var Vraagarchief = (function () {
  const FACETS = ["minister", "asker", "party", "theme", "parliamentary_year", "answer_kind", "kind", "has_table"];
  /** Words of a query that stand side by side are tried together up to this many. */
  const LONGEST_FORM = 12;
  const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const BASE = new URL("../search/", SCRIPT ? SCRIPT.src : document.baseURI).href;

  /** @type {Map<string, ShardSet>} */
  const opened = new Map();

  /** The shards of a folder, kept so that a second query loads only what the first did not. @param {string} base */
  function open(base) {
    let shards = opened.get(base);
    if (!shards) {
      shards = new ArchiveShards.Shards(base);
      opened.set(base, shards);
    }
    return shards;
  }

  /** @param {ShardSet} shards @param {Tree} tree @returns {Promise<Matches>} */
  async function evaluate(shards, tree) {
    if (tree.op === "not") {
      return complement(await evaluate(shards, tree.of), (await shards.root()).documents);
    }
    if (tree.op === "and" || tree.op === "or") {
      const branches = await Promise.all(tree.of.map((branch) => evaluate(shards, branch)));
      if (tree.op === "or") {
        return branches.reduce(either);
      }
      const runs = await longForms(shards, tree.of);
      return runs
        .map(({ first, last, matches }) => [...branches.slice(0, first), matches, ...branches.slice(last + 1)].reduce(both))
        .reduce(either, branches.reduce(both));
    }
    return ArchiveLeaves.evaluate(shards, tree);
  }

  /**
   * Words side by side that are together a long form of the lexicon, as archive/search/query_long_forms.py finds
   * them: their first and last place, and what the form and its abbreviation match.
   * @param {ShardSet} shards @param {Tree[]} branches
   */
  async function longForms(shards, branches) {
    /** @type {{first: number, last: number, matches: Matches}[]} */
    const runs = [];
    for (let first = 0; first < branches.length; first += 1) {
      const start = branches[first];
      let joined = start.op === "word" ? start.form : "";
      for (let last = first + 1; joined && last < Math.min(first + LONGEST_FORM, branches.length); last += 1) {
        const following = branches[last];
        if (start.op !== "word" || following.op !== "word" || following.zone !== start.zone) {
          break;
        }
        joined = `${joined}_${following.form}`;
        if ((await shards.entries(joined, true)).length > 0) {
          const word = { op: start.op, form: joined, zone: start.zone };
          runs.push({ first, last, matches: await ArchiveLeaves.evaluate(shards, word) });
        }
      }
    }
    return runs;
  }

  /** @param {Matches} taken @param {number} documents @returns {Matches} */
  function complement(taken, documents) {
    const present = new Uint8Array(documents);
    taken.numbers.forEach((number) => {
      present[number] = 1;
    });
    const numbers = ArchiveLeaves.stretch(0, documents).numbers.filter((number) => present[number] === 0);
    return { numbers, scores: new Float64Array(numbers.length) };
  }

  /** @param {Matches} one @param {Matches} other @returns {Matches} */
  function both(one, other) {
    return merged(one, other, (inOne, inOther) => inOne && inOther);
  }

  /** @param {Matches} one @param {Matches} other @returns {Matches} */
  function either(one, other) {
    return merged(one, other, () => true);
  }

  /**
   * The documents of two lists that are wanted, their scores added.
   * @param {Matches} one @param {Matches} other @param {(inOne: boolean, inOther: boolean) => boolean} wanted
   * @returns {Matches}
   */
  function merged(one, other, wanted) {
    const most = one.numbers.length + other.numbers.length;
    const numbers = new Uint32Array(most);
    const scores = new Float64Array(most);
    let count = 0;
    let left = 0;
    let right = 0;
    while (left < one.numbers.length || right < other.numbers.length) {
      const number = Math.min(one.numbers[left] ?? Infinity, other.numbers[right] ?? Infinity);
      const inOne = one.numbers[left] === number;
      const inOther = other.numbers[right] === number;
      if (wanted(inOne, inOther)) {
        numbers[count] = number;
        scores[count] = (inOne ? one.scores[left] : 0) + (inOther ? other.scores[right] : 0);
        count += 1;
      }
      left += inOne ? 1 : 0;
      right += inOther ? 1 : 0;
    }
    return { numbers: numbers.slice(0, count), scores: scores.slice(0, count) };
  }

  /** @param {string[]} names of facets */
  function refuseUnknown(names) {
    const unknown = names.find((name) => !FACETS.includes(name));
    if (unknown !== undefined) {
      throw new RangeError(`there is no facet ${unknown}; choose one of ${FACETS.join(", ")}`);
    }
  }

  /**
   * For each facet with a choice, which documents have a wanted value.
   * @param {ShardSet} shards @param {Record<string, string[]>} filters
   */
  async function choices(shards, filters) {
    const { documents } = await shards.root();
    refuseUnknown(Object.keys(filters));
    const names = FACETS.filter((name) => (filters[name] ?? []).length > 0);
    return Promise.all(
      names.map(async (name) => {
        const { values } = (await shards.columns()).facets[name];
        const { starts, codes } = await shards.column(name);
        const wanted = new Set(filters[name].map((value) => values.indexOf(value)));
        const fits = new Uint8Array(documents);
        for (let number = 0; number < documents; number += 1) {
          for (let index = starts[number]; index < starts[number + 1]; index += 1) {
            if (wanted.has(codes[index])) {
              fits[number] = 1;
            }
          }
        }
        return { name, fits };
      }),
    );
  }

  /**
   * Counts of the values of facets, under the query and the choices in all other facets; the most frequent first.
   * @param {ShardSet} shards @param {string[]} names @param {Uint32Array} numbers
   * @param {{name: string, fits: Uint8Array}[]} chosen
   */
  async function facetCounts(shards, names, numbers, chosen) {
    /** @type {Record<string, FacetValue[]>} */
    const facets = {};
    const columns = await Promise.all(names.map((name) => shards.column(name)));
    for (const [order, name] of names.entries()) {
      const { values } = (await shards.columns()).facets[name];
      const { starts, codes } = columns[order];
      const others = chosen.filter((choice) => choice.name !== name);
      const counts = new Uint32Array(values.length);
      for (const number of numbers) {
        if (others.every(({ fits }) => fits[number])) {
          for (let index = starts[number]; index < starts[number + 1]; index += 1) {
            counts[codes[index]] += 1;
          }
        }
      }
      facets[name] = values
        .map((value, code) => ({ value, count: counts[code] }))
        .filter(({ count }) => count > 0)
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
    }
    return facets;
  }

  /**
   * Indexes into `found` in the order wanted. Numbers run from new to old, undated last; they break ties.
   * @param {ShardSet} shards @param {Matches} found @param {string} sort
   */
  async function ordered(shards, found, sort) {
    const indexes = Array.from(found.numbers, (_, index) => index);
    if (sort === "newest") {
      return indexes;
    }
    if (sort === "oldest") {
      const days = await shards.days();
      const dateOf = new Float64Array((await shards.root()).documents).fill(Infinity);
      for (const [day, first, count] of days) {
        dateOf.fill(day, first, first + count);
      }
      const dates = Array.from(found.numbers, (number) => dateOf[number]);
      return indexes.sort((one, other) => (dates[one] === dates[other] ? one - other : dates[one] < dates[other] ? -1 : 1));
    }
    return indexes.sort((one, other) => found.scores[other] - found.scores[one] || one - other);
  }

  /** @param {Card} card @param {number} score @returns {Hit} */
  function hit([id, kind, title, number, year, asker, minister, date], score) {
    const url = kind === "written_question" ? `vragen/${id}.html` : `${id}.html`;
    return { id, kind, url, score, title, number, parliamentary_year: year, asker, minister, date };
  }

  /**
   * What the archive answers to `query`.
   * @param {string} query @param {SearchOptions} [options]
   * @returns {Promise<SearchResult>}
   */
  async function search(query, options = {}) {
    const { limit = 20, offset = 0, sort = "relevance", filters = {}, facets = true, base = BASE } = options;
    const tree = ArchiveQuery.parseQuery(query);
    const counted = Array.isArray(facets) ? facets : facets ? FACETS : [];
    refuseUnknown(counted);
    const shards = open(base);
    if (limit > 0) {
      shards.expectCards().catch(() => undefined);
    }
    const found = await evaluate(shards, tree);
    const chosen = await choices(shards, filters);
    const kept = Array.from(found.numbers, (_, index) => index).filter((index) =>
      chosen.every(({ fits }) => fits[found.numbers[index]]),
    );
    const wanted = {
      numbers: Uint32Array.from(kept, (index) => found.numbers[index]),
      scores: Float64Array.from(kept, (index) => found.scores[index]),
    };
    const best = (await ordered(shards, wanted, sort)).slice(offset, offset + limit);
    const cards = await Promise.all(best.map((index) => shards.card(wanted.numbers[index])));
    return {
      total: wanted.numbers.length,
      exact: true,
      hits: cards.map((card, order) => hit(card, wanted.scores[best[order]])),
      facets: await facetCounts(shards, counted, found.numbers, chosen),
    };
  }

  /**
   * The forms that stand for a word of a query: itself and those of its family that were loaded with it.
   * @param {string} form @param {string} [base]
   */
  function relatives(form, base = BASE) {
    return open(base).relatives(form);
  }

  return {
    search,
    relatives,
    parseQuery: ArchiveQuery.parseQuery,
    QueryError: ArchiveQuery.QueryError,
    ShardError: ArchiveShards.ShardError,
  };
})();
