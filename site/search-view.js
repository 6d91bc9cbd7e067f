/** What every part of the search page shares: its elements, its texts, and how values are written. */
"use strict";

/**
 * @typedef {{
 *   corrections: (query: string) => Promise<{from: string, to: string, query: string}[]>,
 *   completions: (text: string, caret: number, base?: string, language?: string) => Promise<Offer[]>,
 * }} Assistance what search-assistance.js adds to the client of search
 */

const ArchiveSearchView = (function () {
  const ASSISTANCE = /** @type {Assistance} */ (/** @type {unknown} */ (Vraagarchief));
  const { number, day, isOne } = ArchiveLocale;
  /** Facets whose values are codes, each with a text of its own. */
  const CODED = ["answer_kind", "kind", "has_table"];

  /** The language in which the documents are written. */
  const DOCUMENT_LANGUAGE = byId("search-hits").dataset.language || ArchiveLocale.LANGUAGE;

  /** @type {Record<string, string>} */
  const MESSAGES = JSON.parse(byId("messages").textContent ?? "{}");

  /** @param {string} id */
  function byId(id) {
    const element = document.getElementById(id);
    if (!element) {
      throw new Error(`the page has no element #${id}`);
    }
    return element;
  }

  /** A message in the language of the page, its {names} filled in. @param {string} key @param {Record<string, string | number>} [values] */
  function message(key, values = {}) {
    return (MESSAGES[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : (value ?? whole);
    });
  }

  /** Whether there is a text for a key. @param {string} key */
  function hasMessage(key) {
    return key in MESSAGES;
  }

  /** How many documents, in words. @param {number} count */
  function documents(count) {
    return message(isOne(count) ? "documents_one" : "documents_many", { count });
  }

  /** A value of a facet as it is shown. @param {string} facet @param {string} value */
  function valueName(facet, value) {
    const key = facet === "has_table" ? `table_${value}` : `value_${value}`;
    return CODED.includes(facet) && hasMessage(key) ? message(key) : value;
  }

  /** A value with the name of its facet: "Minister: Jo Brouns". @param {string} facet @param {string} value */
  function choiceName(facet, value) {
    return `${message(`facet_${facet}`)}: ${valueName(facet, value)}`;
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {string} className @param {...(Node | string)} content
   */
  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...content);
    return made;
  }

  /** A link to another state of this page. @param {SearchState} state @param {string} className @param {...(Node | string)} content */
  function stateLink(state, className, ...content) {
    const link = element("a", className, ...content);
    link.href = ArchiveSearchState.addressOf(state);
    link.dataset.state = "";
    return link;
  }

  /**
   * A text with some stretches of it marked.
   * @param {string} text @param {[number, number][]} marks in order, none within another @returns {(Node | string)[]}
   */
  function marked(text, marks) {
    /** @type {(Node | string)[]} */
    const made = [];
    let at = 0;
    for (const [start, end] of marks) {
      made.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    made.push(text.slice(at));
    return made;
  }

  /**
   * Words of a document, marked as those of another language than the page where they are.
   * @param {(Node | string)[]} words @returns {(Node | string)[]}
   */
  function printed(words) {
    if (DOCUMENT_LANGUAGE === ArchiveLocale.LANGUAGE) {
      return words;
    }
    const made = element("span", "", ...words);
    made.lang = DOCUMENT_LANGUAGE;
    return [made];
  }

  /** Lets the browser paint and the reader type before what comes next. */
  function pause() {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  return { ASSISTANCE, byId, message, hasMessage, number, day, documents, valueName, choiceName, element, stateLink, marked, printed, pause };
})();
