/** What stands above a printed list of results: the query, its filters, its date and its address. */
"use strict";

const ArchiveSearchPrint = (function () {
  const { byId, message, element, day, choiceName } = ArchiveSearchView;

  /** Fills the head of the printed page. @param {SearchState} state @param {string} sorting the name of the order @param {string[]} counts */
  function preparePrint(state, sorting, counts) {
    const chosen = ArchiveSearchState.choices(state).map(({ facet, value }) => choiceName(facet, value));
    const asked = state.query.trim() ? message("print_query", { query: state.query }) : message("print_all");
    const sorted = message("print_sorted", { sort: sorting });
    byId("search-print").replaceChildren(
      element("p", "print-query", asked),
      element("p", "", [...chosen, ...counts, sorted].filter(Boolean).join(" · ")),
      element("p", "", message("print_from", { date: day(today()), address: location.href })),
    );
  }

  /** The day of the reader, in ISO 8601. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  return { preparePrint };
})();
