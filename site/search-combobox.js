/**
 * Completion while typing, as a combobox with a list (WAI-ARIA Authoring Practices, "Editable Combobox With List
 * Autocomplete"): the focus stays in the box, and nothing is chosen until the reader goes down the list.
 */
"use strict";

const ArchiveSearchCombobox = (function () {
  const { ASSISTANCE, byId, message, hasMessage, number, element, marked, printed } = ArchiveSearchView;
  const DELAY_MS = 90;
  const MOST = 8;
  /** The place in the list when nothing is chosen. */
  const NONE = -1;

  const box = /** @type {HTMLInputElement} */ (byId("search-query"));
  const list = byId("search-completions");

  /** @type {Offer[]} */
  let offered = [];
  /** The place in the list that is chosen. */
  let active = NONE;
  /** Counts keystrokes, so that completions of an earlier text are not shown under a later one. */
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function close() {
    latest += 1;
    clearTimeout(waiting);
    offered = [];
    active = NONE;
    list.hidden = true;
    list.replaceChildren();
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function isOpen() {
    return !list.hidden;
  }

  /** Asks for completions of what stands before the caret. @param {number} [place] to be chosen at once */
  async function refresh(place = NONE) {
    latest += 1;
    const search = latest;
    const text = box.value;
    const caret = box.selectionStart ?? text.length;
    const asked = text.trim() ? ASSISTANCE.completions(text, caret, undefined, ArchiveLocale.LANGUAGE) : Promise.resolve([]);
    const found = await asked.catch(() => []);
    if (search !== latest) {
      return;
    }
    const fresh = found.filter(({ insert }) => insert.trim() !== text.trim()).slice(0, MOST);
    if (fresh.length === 0 || document.activeElement !== box) {
      close();
      return;
    }
    show(fresh);
    if (place !== NONE) {
      choose(place);
    }
  }

  /** @param {Offer[]} completions */
  function show(completions) {
    offered = completions;
    active = NONE;
    list.replaceChildren(...completions.map(option));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {Offer} completion @param {number} place */
  function option({ kind, text, count }, place) {
    const made = element("li", "completion");
    made.id = `search-completion-${place}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.append(element("span", "completion-text", ...printed(marked(text, typedPart(text)))));
    if (hasMessage(`completion_${kind}`)) {
      made.append(" ", element("span", "completion-kind", message(`completion_${kind}`)));
    }
    made.append(" ", element("span", "count", number(count)));
    // A press would take the focus from the box before the click is there.
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(place));
    return made;
  }

  /** Where a completion has what was typed last. @param {string} text @returns {[number, number][]} */
  function typedPart(text) {
    const typed = box.value.slice(0, box.selectionStart ?? undefined).split(/[\s:"(]/).pop() ?? "";
    const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1;
    return at >= 0 ? [[at, at + typed.length]] : [];
  }

  /** Chooses a place in the list, around its ends by way of none. @param {number} place */
  function choose(place) {
    const count = offered.length + 1;
    active = ((place - NONE + count) % count) + NONE;
    Array.from(list.children).forEach((entry, order) => {
      entry.setAttribute("aria-selected", String(order === active));
      if (order === active) {
        entry.scrollIntoView({ block: "nearest" });
      }
    });
    if (active === NONE) {
      box.removeAttribute("aria-activedescendant");
    } else {
      box.setAttribute("aria-activedescendant", `search-completion-${active}`);
    }
  }

  /** Puts a completion into the box and searches for it. @param {number} place */
  function take(place) {
    box.value = offered[place].insert;
    close();
    box.form?.requestSubmit();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      if (isOpen()) {
        choose(active + step);
      } else {
        refresh(NONE + step);
      }
    } else if (key === "Escape" && isOpen()) {
      event.preventDefault();
      close();
    } else if (key === "Enter" && active !== NONE) {
      event.preventDefault();
      take(active);
    } else if (key === "Tab") {
      close();
    }
  }

  function prepare() {
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh(), DELAY_MS);
    });
    box.addEventListener("keydown", onKey);
    box.addEventListener("blur", close);
  }

  return { prepare, close };
})();
