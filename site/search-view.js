/** What the search page shows: hits, facets and messages as elements. Text of documents is only ever text. */
"use strict";

const ArchiveSearchView = (function () {
  const SHOWN_VALUES = 8;
  const LANGUAGE = document.documentElement.lang || "nl";
  const NUMBERS = new Intl.NumberFormat(LANGUAGE);
  const DATES = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: "UTC" });
  const NAMED_VALUES = ["answer_kind", "kind"];

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
      return typeof value === "number" ? NUMBERS.format(value) : (value ?? whole);
    });
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

  /** One hit of the list; its snippet comes later. @param {Hit} hit */
  function hitEntry(hit) {
    const link = element("a", "card-title", hit.title);
    link.href = hit.url;
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
      line.append(" ", element("span", "tag", message(`value_${hit.kind}`)));
    }
    const entry = element("li", "card hit", element("h2", "hit-title", link), line, element("p", "snippet"));
    entry.dataset.kind = hit.kind;
    return entry;
  }

  /** @param {string} date in ISO 8601 */
  function dateElement(date) {
    const made = element("time", "", DATES.format(new Date(`${date}T00:00:00Z`)));
    made.dateTime = date;
    return made;
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
    let at = 0;
    for (const [start, end] of marks) {
      place.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    place.append(text.slice(at));
  }

  /**
   * The facets with a checkbox for each value.
   * @param {Record<string, FacetValue[]>} facets @param {Record<string, string[]>} filters the values chosen
   * @param {number} total documents under query and filters: a facet whose one value they all have offers no choice
   * @param {(facet: string, value: string, chosen: boolean) => void} choose
   */
  function facetFields(facets, filters, total, choose) {
    return Object.entries(facets).flatMap(([facet, values]) => {
      const chosen = filters[facet] ?? [];
      const absent = chosen.filter((value) => !values.some((known) => known.value === value));
      const all = [...values, ...absent.map((value) => ({ value, count: 0 }))];
      if (all.length === 0 || (all.length === 1 && chosen.length === 0 && all[0].count === total)) {
        return [];
      }
      const first = all.filter(({ value }, order) => order < SHOWN_VALUES || chosen.includes(value));
      const rest = all.filter((entry) => !first.includes(entry));
      const list = element("ul", "facet-values", ...first.map((entry) => facetEntry(facet, entry, chosen, choose)));
      const field = element("fieldset", "facet", element("legend", "", message(`facet_${facet}`)), list);
      if (rest.length > 0) {
        field.append(moreValues(list, rest.map((entry) => facetEntry(facet, entry, chosen, choose)), all.length));
      }
      return [field];
    });
  }

  /**
   * @param {string} facet @param {FacetValue} entry @param {string[]} chosen
   * @param {(facet: string, value: string, chosen: boolean) => void} choose
   */
  function facetEntry(facet, { value, count }, chosen, choose) {
    const box = element("input", "");
    box.type = "checkbox";
    box.name = facet;
    box.value = value;
    box.checked = chosen.includes(value);
    box.addEventListener("change", () => choose(facet, value, box.checked));
    const name = element("span", "facet-name", NAMED_VALUES.includes(facet) ? message(`value_${value}`) : value);
    return element("li", "", element("label", "", box, " ", name, " ", element("span", "count", NUMBERS.format(count))));
  }

  /** A button that adds the values left out. @param {HTMLElement} list @param {HTMLElement[]} rest @param {number} count */
  function moreValues(list, rest, count) {
    const button = element("button", "more-values", message("all_values", { count }));
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") === "false";
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? message("fewer_values") : message("all_values", { count });
      if (open) {
        list.append(...rest);
      } else {
        rest.forEach((entry) => entry.remove());
      }
    });
    return button;
  }

  /** How many documents were found. @param {SearchResult} result */
  function countText({ total, exact }) {
    if (!exact) {
      return message("count_at_least", { count: total });
    }
    return total === 0 ? message("count_none") : message(total === 1 ? "count_one" : "count_many", { count: total });
  }

  /** What went wrong, for the reader: where, why and how to mend it. @param {unknown} error @param {string} query */
  function errorNotice(error, query) {
    if (error instanceof Vraagarchief.QueryError) {
      const characters = Array.from(query);
      const mark = element("mark", "", characters.slice(error.position, error.position + 1).join("") || " ");
      const shown = element("code", "", characters.slice(0, error.position).join(""), mark, characters.slice(error.position + 1).join(""));
      const cause = message(`query_${error.code}_cause`, error.values);
      const remedy = message(`query_${error.code}_remedy`, error.values);
      return [element("p", "", element("strong", "", message("error_title"))), element("p", "query", shown), element("p", "remedy", `${cause}: ${remedy}${remedy.endsWith("?") ? "" : "."}`)];
    }
    if (error instanceof Vraagarchief.ShardError) {
      return [element("p", "", message(error.damaged ? "shard_damaged" : "shard_missing", { name: error.shard }))];
    }
    return [element("p", "", message("unexpected", { message: String(error) }))];
  }

  return { byId, message, hitEntry, showSnippet, facetFields, countText, errorNotice };
})();
