/** The list of hits: each with its facts, why it was found, and room for its snippet. Text of documents is only ever text. */
"use strict";

const ArchiveSearchHits = (function () {
  const { message, number, day, documents, element, stateLink, marked, printed, valueName } = ArchiveSearchView;
  const { PAGE } = ArchiveSearchState;
  /** Pages named on either side of the one that is shown. */
  const NEIGHBOURS = 2;
  const MOST_FORMS = 3;

  /**
   * One hit of the list; its snippet comes later, into room that is kept for it.
   * @param {Hit} hit @param {[number, number][]} marks in its title
   */
  function hitEntry(hit, marks) {
    const link = element("a", "card-title", ...printed(marked(hit.title, marks)));
    link.href = hit.url;
    const entry = element("li", "card hit", element("h2", "hit-title", link), factsLine(hit));
    if (hit.why && hit.why.length > 0) {
      entry.append(element("p", "why", message("why_found"), " ", hit.why.map(reasonText).join(" · ")));
    }
    entry.append(element("p", "snippet"));
    entry.dataset.kind = hit.kind;
    return entry;
  }

  /** @param {Hit} hit */
  function factsLine(hit) {
    const facts = [hit.date ? dateElement(hit.date) : message("undated")];
    if (hit.number !== null) {
      facts.push(`${message("number", { number: String(hit.number) })} (${hit.parliamentary_year})`);
    }
    if (hit.asker && hit.minister) {
      facts.push(message("asked_to", { asker: hit.asker, minister: hit.minister }));
    }
    const line = element("p", "facts");
    facts.forEach((fact, order) => line.append(order ? " · " : "", fact));
    if (hit.kind !== "written_question") {
      line.append(" ", element("span", "tag", valueName("kind", hit.kind)));
    }
    return line;
  }

  /** @param {string} date in ISO 8601 */
  function dateElement(date) {
    const made = element("time", "", day(date));
    made.dateTime = date;
    return made;
  }

  /** Why a word of the query found a document. @param {Why} reason */
  function reasonText({ word, how, forms, zones }) {
    const shown = forms.slice(0, MOST_FORMS).map((form) => form.replaceAll("_", " "));
    const isMany = forms.length > MOST_FORMS;
    // Of many compounds it may not be known which of them stand in this document.
    const key = how === "compound" && isMany ? "why_compounds" : `why_${how}`;
    const text = message(key, { word: word.replaceAll("_", " "), forms: shown.join(", ") + (isMany ? " …" : "") });
    const places = zones.map((zone) => message(`zone_${zone}`));
    return places.length > 0 ? `${text} (${places.join(", ")})` : text;
  }

  /** A place in the list for a hit whose card cannot be had. @param {string} shard the name of its file */
  function lostEntry(shard) {
    return element("li", "card hit lost", element("p", "", message("hit_lost", { name: shard })));
  }

  /** Puts a snippet into the entry of a hit. @param {HTMLElement} entry @param {Snippet} snippet */
  function showSnippet(entry, { zone, text, marks }) {
    const place = entry.querySelector(".snippet");
    if (!place) {
      return;
    }
    place.replaceChildren();
    if (entry.dataset.kind === "written_question") {
      place.append(element("span", "snippet-zone", message(`in_${zone}`)), " ");
    }
    place.append(...printed(marked(text, marks)));
  }

  /** Says that the text of a hit could not be had. @param {HTMLElement} entry */
  function showNoSnippet(entry) {
    entry.querySelector(".snippet")?.replaceChildren(element("span", "quiet", message("no_snippet")));
  }

  /** How many documents were found. @param {{total: number, exact: boolean}} result */
  function countText({ total, exact }) {
    if (!exact) {
      return message("count_at_least", { count: total });
    }
    return total === 0 ? message("count_none") : message("count_found", { documents: documents(total) });
  }

  /** Which of the hits are shown; "" where that is all of them. @param {SearchState} state @param {number} total */
  function rangeText({ page }, total) {
    if (total <= PAGE) {
      return "";
    }
    return message("range", { first: (page - 1) * PAGE + 1, last: Math.min(page * PAGE, total) });
  }

  /**
   * Links to the other pages of the list; none where there is but one.
   * @param {SearchState} state @param {number} total @returns {HTMLElement[]}
   */
  function pagerEntries(state, total) {
    const last = Math.max(1, Math.ceil(total / PAGE));
    if (last === 1) {
      return [];
    }
    /** @type {HTMLElement[]} */
    const made = [];
    if (state.page > 1) {
      made.push(pageEntry(state, state.page - 1, message("previous_page"), "prev"));
    }
    let before = 0;
    for (const page of pagesNear(state.page, last)) {
      if (page > before + 1) {
        made.push(element("li", "gap", "…"));
      }
      made.push(pageEntry(state, page, number(page), ""));
      before = page;
    }
    if (state.page < last) {
      made.push(pageEntry(state, state.page + 1, message("next_page"), "next"));
    }
    return made;
  }

  /** The pages to be named: the first, the last, and those around the one shown. @param {number} page @param {number} last */
  function pagesNear(page, last) {
    const near = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, place) => page - NEIGHBOURS + place);
    return [...new Set([1, ...near.filter((other) => other > 1 && other < last), last])];
  }

  /** @param {SearchState} state @param {number} page @param {string} name @param {string} relation */
  function pageEntry(state, page, name, relation) {
    const link = stateLink({ ...state, page }, "page", name);
    if (relation) {
      link.rel = relation;
    } else {
      link.setAttribute("aria-label", message("page", { number: page }));
    }
    if (page === state.page) {
      link.setAttribute("aria-current", "page");
    }
    return element("li", "", link);
  }

  return { hitEntry, lostEntry, showSnippet, showNoSnippet, countText, rangeText, pagerEntries };
})();
