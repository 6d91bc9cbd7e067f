/** The counts beside a list of results: facets and the histogram, whatever of them can be had. */
"use strict";

const ArchiveSearchCounts = (function () {
  const { byId, message, element } = ArchiveSearchView;
  const { FACETS } = ArchiveSearchState;
  const YEARS = "parliamentary_year";

  /**
   * Shows the counts under a state, and of a shard that is missing or damaged its name.
   * @param {SearchState} state @param {number} total documents under query and filters @param {() => boolean} current
   * @param {(facet: string, value: string, chosen: boolean) => void} choose
   */
  async function showCounts(state, total, current, choose) {
    const { counted, broken } = await countedFacets(state);
    if (!current()) {
      return;
    }
    ArchiveSearchYears.showYears(counted[YEARS] ?? [], state.filters[YEARS]);
    const listed = Object.fromEntries(Object.entries(counted).filter(([facet]) => facet !== YEARS));
    const fields = ArchiveSearchFacets.facetFields(listed, state, total, choose);
    const notes = broken.map((error) => element("p", "quiet", ArchiveSearchNotices.shardText(error)));
    const none = fields.length + notes.length > 0 ? [] : [element("p", "quiet", message("no_filters"))];
    ArchiveSearchFacets.showFields(byId("search-facets"), [...fields, ...notes, ...none]);
  }

  /**
   * The counts of all facets; where a shard fails, of those that can be counted.
   * @param {SearchState} state
   */
  async function countedFacets({ query, filters }) {
    try {
      const { facets: counted } = await Vraagarchief.search(query, { limit: 0, filters });
      return { counted, broken: [] };
    } catch (error) {
      const parts = await Promise.allSettled(
        FACETS.map((facet) => Vraagarchief.search(query, { limit: 0, filters, facets: [facet] })),
      );
      const counted = Object.assign({}, ...parts.map((part) => (part.status === "fulfilled" ? part.value.facets : {})));
      return { counted, broken: error instanceof Vraagarchief.ShardError ? [error] : [] };
    }
  }

  return { YEARS, showCounts };
})();
