/**
 * Vraagarchief.search(query, options): full-text search in the reader's browser, from disk or from the web.
 *
 *     const result = await Vraagarchief.search("loonpremie minister:demir", {limit: 20, sort: "newest"});
 *     result.total, result.hits[0].title, result.facets.theme[0].count
 *
 * Needs the scripts that archive/search/client.py names before it. Rejects with a QueryError for a query that cannot
 * be understood, with a ShardError that names the file when a shard is missing or damaged, and with an
 * UnsupportedError in a browser that is too old.
 */
"use strict";

/**
 * @typedef {{
 *   limit?: number, offset?: number, sort?: "relevance" | "newest" | "oldest",
 *   filters?: Record<string, string[]>, facets?: boolean | string[], why?: boolean, base?: string,
 * }} SearchOptions
 *   limit: hits to give (20); offset: hits to leave out before them; filters: wanted values by facet, of which any
 *   will do; facets: those to be counted (all); false leaves them out and saves loading them; why: whether hits tell
 *   what of the query they were found by; base: address of the folder of shards, with a slash at the end (search/
 *   beside the folder of this script).
 * @typedef {{word: string, how: string, forms: string[], zones: string[]}} Why a word of the query in a document. how:
 *   "form" (itself), "inflection", "compound", "abbreviation", "prefix", "ending", "phrase" or "near"; forms: at most
 *   20 that stand there, or of which some do where that is not known; zones: where they stand
 * @typedef {{id: string, kind: string, url: string, score: number, title: string, number: number | null,
 *   parliamentary_year: string | null, asker: string | null, minister: string | null, date: string | null,
 *   why?: Why[]}} Hit
 *   url is relative to the site's root, or to the folder of one of its languages, as you like.
 * @typedef {{value: string, count: number}} FacetValue
 * @typedef {{total: number, exact: boolean, hits: Hit[], facets: Record<string, FacetValue[]>}} SearchResult
 */

var Vraagarchief = (function () {
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

  /** @param {Card} card @param {number} score @returns {Hit} */
  function hitOf([id, kind, title, number, year, asker, minister, date], score) {
    const url = kind === "written_question" ? `vragen/${id}.html` : `${id}.html`;
    return { id, kind, url, score, title, number, parliamentary_year: year, asker, minister, date };
  }

  /** What of a query a document was found by. @param {Trace} trace @param {number} number @returns {Promise<Why[]>} */
  async function reasons(trace, number) {
    const told = await Promise.all(
      trace.map(async ({ name, found }) => {
        const evidence = await found.evidence(number);
        return evidence ? [{ word: name, ...evidence }] : [];
      }),
    );
    return [...new Map(told.flat().map((why) => [`${why.word} ${why.how}`, why])).values()];
  }

  /**
   * What the archive answers to `query`.
   * @param {string} query @param {SearchOptions} [options]
   * @returns {Promise<SearchResult>}
   */
  async function search(query, options = {}) {
    const { limit = 20, offset = 0, sort = "relevance", filters = {}, facets = true, base = BASE } = options;
    const tree = ArchiveQuery.parseQuery(query);
    const archive = await ArchiveSegments.archiveOf(open(base));
    const counted = Array.isArray(facets) ? facets : facets ? ArchiveFacets.names(archive) : [];
    ArchiveFacets.refuseUnknown(archive, [...counted, ...Object.keys(filters)]);
    if (limit > 0) {
      archive.segments.forEach((segment) => segment.expectCards());
    }
    /** @type {Trace} */
    const trace = [];
    const evaluated = ArchiveMatches.evaluate(archive, tree, trace);
    ArchiveFacets.expect(archive, counted); // after the query, which the reader waits for
    const [found, chosen] = await Promise.all([evaluated, ArchiveFacets.choices(archive, filters)]);
    const kept = ArchiveFacets.narrowed(found, chosen);
    await ArchivePace.breathe();
    const best = await ArchiveRanking.ranked(archive, kept, sort, offset, limit);
    const numbers = best.map((index) => kept.numbers[index]);
    const cards = await Promise.all(numbers.map((number) => ArchiveSegments.card(archive, number)));
    const hits = cards.map((card, order) => hitOf(card, kept.scores[best[order]]));
    if (options.why) {
      await Promise.all(hits.map(async (hit, order) => (hit.why = await reasons(trace, numbers[order]))));
    }
    return {
      total: kept.numbers.length,
      exact: true,
      hits,
      facets: await ArchiveFacets.counts(archive, counted, found, chosen),
    };
  }

  /**
   * The forms that stand for a word of a query: itself, those of its family, and the compounds, abbreviations and long
   * forms (with "_" between their words) that it is found in.
   * @param {string} form @param {string} [base] @returns {Promise<string[]>}
   */
  async function relatives(form, base = BASE) {
    return ArchiveWords.relatives(await ArchiveSegments.archiveOf(open(base)), form);
  }

  return {
    search,
    relatives,
    shardsOf: (base = BASE) => open(base),
    parseQuery: ArchiveQuery.parseQuery,
    QueryError: ArchiveQuery.QueryError,
    ShardError: ArchiveShards.ShardError,
    UnsupportedError: ArchiveShards.UnsupportedError,
  };
})();
