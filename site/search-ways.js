/** Ways on for a reader who found nothing: other spellings, fewer words, fewer filters; each with what it would find. */
"use strict";

const ArchiveSearchWays = (function () {
  const { ASSISTANCE, message, documents, choiceName, element, stateLink } = ArchiveSearchView;
  const { choices, withChoice, withoutFilters, withQuery } = ArchiveSearchState;
  const { piecesOf, without } = ArchiveQueryPieces;
  const MOST_FILTERS = 8;

  /**
   * What else could be asked.
   * @param {SearchState} state @returns {Promise<HTMLElement[]>}
   */
  async function waysOn(state) {
    const [spellings, fewer, words, filters] = await Promise.all([
      otherSpellings(state),
      fewerWords(state),
      countsOfWords(state),
      fewerFilters(state),
    ]);
    const found = [
      ...group("ways_spelling", spellings),
      ...group("ways_filters", filters),
      ...group("ways_fewer", fewer),
      ...group("ways_words", words),
    ];
    return found.length > 0 ? found : [element("p", "", message("ways_none"))];
  }

  /** @param {string} title @param {HTMLElement[]} entries */
  function group(title, entries) {
    return entries.length > 0
      ? [element("h2", "ways-title", message(title)), element("ul", "ways-on", ...entries)]
      : [];
  }

  /** @param {string} text */
  function quoted(text) {
    return `“${text}”`;
  }

  /** How many documents a state finds; 0 where that cannot be known. @param {SearchState} state */
  async function count(state) {
    try {
      return (await Vraagarchief.search(state.query, { limit: 0, facets: false, filters: state.filters })).total;
    } catch {
      return 0;
    }
  }

  /**
   * Links to those of the states that find anything, in their order.
   * @param {[SearchState, string][]} states each with its name
   */
  async function findingLinks(states) {
    const counted = await Promise.all(
      states.map(async ([state, name]) => ({ found: await count(state), state, name })),
    );
    return counted
      .filter(({ found }) => found > 0)
      .map(({ found, state, name }) => element("li", "", stateLink(state, "", name), " ", element("span", "count", documents(found))));
  }

  /** @param {SearchState} state */
  async function otherSpellings(state) {
    const corrections = await ASSISTANCE.corrections(state.query).catch(() => []);
    return findingLinks(corrections.map(({ query }) => [withQuery(state, query), quoted(query)]));
  }

  /** @param {SearchState} state */
  async function fewerWords(state) {
    const pieces = piecesOf(state.query);
    if (pieces.filter(({ negative }) => !negative).length === 0) {
      return [];
    }
    /** @type {[SearchState, string][]} */
    const states = pieces.map(({ text }, order) => [
      withQuery(state, without(pieces, order)),
      message("without_filter", { name: quoted(text) }),
    ]);
    return findingLinks([...states, ...(await knownWords(state, pieces))]);
  }

  /**
   * The query of those pieces alone that stand in some document, where there are several others.
   * @param {SearchState} state @param {Piece[]} pieces @returns {Promise<[SearchState, string][]>}
   */
  async function knownWords(state, pieces) {
    const plain = withoutFilters(state);
    const counts = await Promise.all(pieces.map(({ text }) => count(withQuery(plain, text))));
    const known = pieces.filter((_, order) => counts[order] > 0).map(({ text }) => text).join(" ");
    const lost = counts.filter((found) => found === 0).length;
    return known && lost > 1 ? [[withQuery(state, known), message("only", { name: quoted(known) })]] : [];
  }

  /** How many documents each word has by itself, without any filter. @param {SearchState} state */
  async function countsOfWords(state) {
    const pieces = piecesOf(state.query).filter(({ negative }) => !negative);
    const plain = withoutFilters(state);
    return Promise.all(
      pieces.map(async ({ text }) => {
        const found = await count(withQuery(plain, text));
        const name = found > 0 ? stateLink(withQuery(plain, text), "", quoted(text)) : quoted(text);
        return element("li", "", name, " ", element("span", "count", found > 0 ? documents(found) : message("nowhere")));
      }),
    );
  }

  /** @param {SearchState} state */
  async function fewerFilters(state) {
    const chosen = choices(state);
    if (chosen.length === 0 || chosen.length > MOST_FILTERS) {
      return chosen.length === 0 ? [] : findingLinks([[withoutFilters(state), message("without_filters")]]);
    }
    /** @type {[SearchState, string][]} */
    const states = chosen.map(({ facet, value }) => [
      withChoice(state, facet, value, false),
      message("without_filter", { name: choiceName(facet, value) }),
    ]);
    if (chosen.length > 1) {
      states.push([withoutFilters(state), message("without_filters")]);
    }
    return findingLinks(states);
  }

  return { waysOn };
})();
