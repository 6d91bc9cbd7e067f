/**
 * The search page: what is asked for stands in the address (?q=…&sort=…&minister=…), and only there, so that a link
 * reproduces a result and back and forward work.
 */
"use strict";

/** @typedef {{query: string, sort: string, filters: Record<string, string[]>, shown: number}} SearchState */

(function () {
  const { byId, message, hitEntry, showSnippet, facetFields, countText, errorNotice } = ArchiveSearchView;
  const PAGE = 20;
  const MOST = 1000;
  const FACETS = ["minister", "asker", "theme", "parliamentary_year", "answer_kind", "kind"];
  const SORTS = ["relevance", "newest", "oldest"];
  const PATIENCE_MS = 250;

  const form = /** @type {HTMLFormElement} */ (byId("search-form"));
  const box = /** @type {HTMLInputElement} */ (byId("search-query"));
  const sorting = /** @type {HTMLSelectElement} */ (byId("search-sort"));
  const filtering = /** @type {HTMLDetailsElement} */ (byId("search-filters"));
  const more = /** @type {HTMLButtonElement} */ (byId("search-more"));
  const clear = /** @type {HTMLButtonElement} */ (byId("search-clear"));
  const hint = byId("search-hint");
  const status = byId("search-status");
  const failure = byId("search-error");
  const list = byId("search-hits");
  const facets = byId("search-facets");

  /** Counts searches, so that the answer to an earlier one is not shown over a later one. */
  let latest = 0;

  /** What the address asks for. @returns {SearchState} */
  function stateOfAddress() {
    const asked = new URLSearchParams(location.search);
    const sort = asked.get("sort") ?? "";
    const shown = Number.parseInt(asked.get("shown") ?? "", 10);
    return {
      query: asked.get("q") ?? "",
      sort: SORTS.includes(sort) ? sort : "relevance",
      filters: Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)])),
      shown: shown > PAGE && shown <= MOST ? shown : PAGE,
    };
  }

  /** @param {SearchState} state */
  function addressOf({ query, sort, filters, shown }) {
    const asked = new URLSearchParams();
    asked.set("q", query);
    if (sort !== "relevance") {
      asked.set("sort", sort);
    }
    FACETS.forEach((facet) => (filters[facet] ?? []).forEach((value) => asked.append(facet, value)));
    if (shown > PAGE) {
      asked.set("shown", String(shown));
    }
    return `${location.pathname}?${asked}`;
  }

  /** Searches for something else, as a new step in the history. @param {SearchState} state */
  function go(state) {
    try {
      history.pushState(null, "", addressOf(state));
    } catch {
      location.assign(addressOf(state)); // a browser that guards the history of pages from disk
      return;
    }
    run();
  }

  /** Shows what the address asks for. @param {number} [focusOn] the hit to put the focus on */
  async function run(focusOn) {
    latest += 1;
    const search = latest;
    const current = () => search === latest;
    const state = stateOfAddress();
    box.value = state.query;
    sorting.value = state.sort;
    document.title = title(state.query);
    const slow = setTimeout(() => current() && (status.textContent = message("searching")), PATIENCE_MS);
    try {
      const { query, filters, shown } = state;
      const sort = /** @type {"relevance" | "newest" | "oldest"} */ (state.sort);
      const result = await Vraagarchief.search(query, { limit: shown, sort, filters, facets: false });
      if (!current()) {
        return;
      }
      clearTimeout(slow);
      showHits(result, state);
      if (focusOn !== undefined) {
        list.children[focusOn]?.querySelector("a")?.focus();
      }
      const counted = await Vraagarchief.search(query, { limit: 0, filters });
      if (!current()) {
        return;
      }
      showFacets(counted, state);
      await showSnippets(result.hits, query, current);
    } catch (error) {
      clearTimeout(slow);
      if (current()) {
        showFailure(error, state.query);
      }
    }
  }

  /** @param {string} query */
  function title(query) {
    const base = form.dataset.title ?? document.title;
    return query ? `${query} – ${base}` : base;
  }

  /** @param {SearchResult} result @param {SearchState} state */
  function showHits(result, state) {
    failure.replaceChildren();
    failure.hidden = true;
    status.textContent = countText(result);
    list.replaceChildren(...result.hits.map(hitEntry));
    const filtered = FACETS.some((facet) => state.filters[facet].length > 0);
    hint.hidden = result.total > 0;
    clear.hidden = !filtered;
    const left = Math.min(result.total, MOST) - result.hits.length;
    more.hidden = left <= 0;
    more.textContent = message("more", { count: Math.min(left, PAGE) });
  }

  /** @param {SearchResult} counted @param {SearchState} state */
  function showFacets(counted, state) {
    const focused = document.activeElement instanceof HTMLInputElement && facets.contains(document.activeElement);
    const kept = focused ? /** @type {HTMLInputElement} */ (document.activeElement) : null;
    const fields = facetFields(counted.facets, state.filters, counted.total, (facet, value, chosen) => {
      const now = stateOfAddress();
      const others = now.filters[facet].filter((other) => other !== value);
      const filters = { ...now.filters, [facet]: chosen ? [...others, value] : others };
      go({ ...now, filters, shown: PAGE });
    });
    facets.replaceChildren(...fields);
    filtering.hidden = fields.length === 0;
    if (kept) {
      const again = Array.from(facets.querySelectorAll("input")).find(
        ({ name, value }) => name === kept.name && value === kept.value,
      );
      again?.focus();
    }
  }

  /** @param {Hit[]} hits @param {string} query @param {() => boolean} current */
  async function showSnippets(hits, query, current) {
    const tree = Vraagarchief.parseQuery(query);
    const wanted = await ArchiveSnippets.wantedWords(tree, (form) => Vraagarchief.relatives(form));
    const entries = /** @type {HTMLElement[]} */ (Array.from(list.children));
    const urls = hits.map(({ url }) => url);
    await ArchiveSnippets.fetchSnippets(urls, wanted, (order, found) => showSnippet(entries[order], found), current);
  }

  /** @param {unknown} error @param {string} query */
  function showFailure(error, query) {
    status.textContent = "";
    list.replaceChildren();
    facets.replaceChildren();
    filtering.hidden = true;
    more.hidden = true;
    hint.hidden = true;
    clear.hidden = true;
    failure.replaceChildren(...errorNotice(error, query));
    failure.hidden = false;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...stateOfAddress(), query: box.value.trim(), sort: sorting.value, shown: PAGE });
  });
  sorting.addEventListener("change", () => go({ ...stateOfAddress(), sort: sorting.value, shown: PAGE }));
  clear.addEventListener("click", () => go({ ...stateOfAddress(), filters: {}, shown: PAGE }));
  more.addEventListener("click", () => {
    const state = stateOfAddress();
    // The next hits belong to the same step: back leads to the query before, not to a shorter list.
    history.replaceState(null, "", addressOf({ ...state, shown: state.shown + PAGE }));
    run(list.children.length);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  window.addEventListener("popstate", () => run());

  const wide = matchMedia("(min-width: 60rem)");
  const unfold = () => (filtering.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  run();
})();
