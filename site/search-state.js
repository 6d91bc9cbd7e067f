/**
 * What the search page shows, as its address has it (?q=…&sort=…&minister=…&page=2): a link reproduces a result, on
 * the web and from disk.
 */
"use strict";

/**
 * @typedef {{asked: boolean, query: string, sort: "relevance" | "newest" | "oldest",
 *   filters: Record<string, string[]>, page: number}} SearchState
 *   asked: whether the address asks for anything at all; page: from 1.
 */

const ArchiveSearchState = (function () {
  const PAGE = 20;
  const FACETS = ["minister", "asker", "party", "theme", "parliamentary_year", "answer_kind", "kind", "has_table"];
  const SORTS = /** @type {const} */ (["relevance", "newest", "oldest"]);

  /** What an address asks for. @param {string} search its part from the question mark on @returns {SearchState} */
  function readState(search) {
    const asked = new URLSearchParams(search);
    const page = Number.parseInt(asked.get("page") ?? "", 10);
    const filters = Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(asked.getAll(facet))]]));
    return {
      asked: asked.has("q") || FACETS.some((facet) => filters[facet].length > 0),
      query: asked.get("q") ?? "",
      sort: SORTS.find((sort) => sort === asked.get("sort")) ?? "relevance",
      filters,
      page: page >= 1 && page <= 1_000_000 ? page : 1,
    };
  }

  /** The address of a state, relative to the page. @param {SearchState} state */
  function addressOf({ asked, query, sort, filters, page }) {
    if (!asked) {
      return location.pathname;
    }
    const wanted = new URLSearchParams();
    wanted.set("q", query);
    if (sort !== "relevance") {
      wanted.set("sort", sort);
    }
    FACETS.forEach((facet) => (filters[facet] ?? []).forEach((value) => wanted.append(facet, value)));
    if (page > 1) {
      wanted.set("page", String(page));
    }
    return `?${wanted}`;
  }

  /** The state with another query, from its first page on. @param {SearchState} state @param {string} query */
  function withQuery(state, query) {
    return { ...state, asked: true, query, page: 1 };
  }

  /**
   * The state with a value of a facet chosen or not.
   * @param {SearchState} state @param {string} facet @param {string} value @param {boolean} chosen
   */
  function withChoice(state, facet, value, chosen) {
    const others = state.filters[facet].filter((other) => other !== value);
    return { ...state, filters: { ...state.filters, [facet]: chosen ? [...others, value] : others }, page: 1 };
  }

  /** The state without any filter. @param {SearchState} state */
  function withoutFilters(state) {
    return { ...state, asked: true, filters: Object.fromEntries(FACETS.map((facet) => [facet, []])), page: 1 };
  }

  /** The values chosen, in the order of the facets. @param {SearchState} state @returns {{facet: string, value: string}[]} */
  function choices({ filters }) {
    return FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  }

  return { PAGE, FACETS, readState, addressOf, withQuery, withChoice, withoutFilters, choices };
})();
