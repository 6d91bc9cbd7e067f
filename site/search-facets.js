/** The facets beside the hits: a checkbox for each value with its count, and the chips of those that are chosen. */
"use strict";

const ArchiveSearchFacets = (function () {
  const { message, number, valueName, choiceName, element, stateLink, printed } = ArchiveSearchView;
  const { choices, withChoice, withoutFilters } = ArchiveSearchState;
  const SHOWN_VALUES = 6;
  /** A longer list gets a box to type part of a name in. */
  const SEARCHABLE = 15;
  const MOST_VALUES = 100;

  /** Facets whose list is unfolded, with what was typed in their box. @type {Map<string, string>} */
  const unfolded = new Map();

  /**
   * The facets that offer a choice.
   * @param {Record<string, FacetValue[]>} facets @param {SearchState} state
   * @param {number} total documents under query and filters: a facet whose one value they all have offers no choice
   * @param {(facet: string, value: string, chosen: boolean) => void} choose
   */
  function facetFields(facets, { filters }, total, choose) {
    return Object.entries(facets).flatMap(([facet, values]) => {
      const chosen = filters[facet] ?? [];
      const absent = chosen.filter((value) => !values.some((known) => known.value === value));
      const all = [...inOrder(facet, values), ...absent.map((value) => ({ value, count: 0 }))];
      if (all.length === 0 || (all.length === 1 && chosen.length === 0 && all[0].count === total)) {
        return [];
      }
      return [facetField(facet, all, chosen, choose)];
    });
  }

  /** The values with most documents first; those with as many in the order of their names. @param {string} facet @param {FacetValue[]} values */
  function inOrder(facet, values) {
    return [...values].sort(
      (one, other) =>
        other.count - one.count || ArchiveLocale.compare(valueName(facet, one.value), valueName(facet, other.value)),
    );
  }

  /**
   * @param {string} facet @param {FacetValue[]} all @param {string[]} chosen
   * @param {(facet: string, value: string, chosen: boolean) => void} choose
   */
  function facetField(facet, all, chosen, choose) {
    const list = element("ul", "facet-values");
    const field = element("fieldset", "facet", element("legend", "", message(`facet_${facet}`)), list);
    field.dataset.facet = facet;
    /** @param {FacetValue[]} values */
    const fill = (values) => list.replaceChildren(...values.map((entry) => facetEntry(facet, entry, chosen, choose)));
    // What is chosen stays in sight, however few documents it has.
    const first = all.filter(({ value }, order) => order < SHOWN_VALUES || chosen.includes(value));
    fill(first);
    if (first.length < all.length) {
      unfolding(facet, field, all, first, fill);
    }
    return field;
  }

  /**
   * Adds the button that shows all values of a facet, and for a long list the box that finds some of them.
   * @param {string} facet @param {HTMLElement} field @param {FacetValue[]} all @param {FacetValue[]} first
   * @param {(values: FacetValue[]) => void} fill
   */
  function unfolding(facet, field, all, first, fill) {
    const button = element("button", "more-values");
    button.type = "button";
    const box = element("input", "facet-find");
    box.type = "search";
    box.autocomplete = "off";
    box.placeholder = message("find_value");
    box.setAttribute("aria-label", `${message("find_value")}: ${message(`facet_${facet}`)}`);
    const rest = element("p", "facet-rest");
    const show = () => {
      const open = unfolded.has(facet);
      button.setAttribute("aria-expanded", String(open));
      button.textContent = open ? message("fewer_values") : message("all_values", { count: all.length });
      const wanted = ArchiveTokens.fold(unfolded.get(facet) ?? "");
      const fitting = open ? all.filter(({ value }) => ArchiveTokens.fold(valueName(facet, value)).includes(wanted)) : first;
      fill(fitting.slice(0, MOST_VALUES));
      const left = fitting.length - MOST_VALUES;
      rest.textContent = left > 0 ? message("values_left", { count: left }) : "";
      box.hidden = !open || all.length < SEARCHABLE;
      field.classList.toggle("unfolded", open);
    };
    box.value = unfolded.get(facet) ?? "";
    box.addEventListener("input", () => {
      unfolded.set(facet, box.value);
      show();
    });
    button.addEventListener("click", () => {
      if (unfolded.has(facet)) {
        unfolded.delete(facet);
      } else {
        unfolded.set(facet, "");
        box.value = "";
      }
      show();
    });
    field.querySelector("ul")?.before(box);
    field.append(rest, button);
    show();
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
    const name = element("span", "facet-name", ...(facet === "theme" ? printed([value]) : [valueName(facet, value)]));
    return element("li", "", element("label", "", box, " ", name, " ", element("span", "count", number(count))));
  }

  /**
   * Puts new fields in the place of the old ones; what had the focus keeps it.
   * @param {HTMLElement} place @param {HTMLElement[]} fields
   */
  function showFields(place, fields) {
    const focused = document.activeElement;
    const kept = focused instanceof HTMLInputElement && place.contains(focused) ? focused : null;
    place.replaceChildren(...fields);
    if (kept) {
      const again = Array.from(place.querySelectorAll("input")).find(
        ({ type, name, value }) => type === kept.type && name === kept.name && value === kept.value,
      );
      again?.focus();
    }
  }

  /** The choices made, each a link that takes it away again. @param {SearchState} state */
  function chips(state) {
    const made = choices(state).map(({ facet, value }) => {
      const name = choiceName(facet, value);
      const link = stateLink(withChoice(state, facet, value, false), "chip", name, element("span", "chip-cross"));
      link.setAttribute("aria-label", message("remove_filter", { name }));
      return element("li", "", link);
    });
    if (made.length > 1) {
      made.push(element("li", "", stateLink(withoutFilters(state), "chip-all", message("remove_filters"))));
    }
    return made;
  }

  return { facetFields, showFields, chips };
})();
