/**
 * The search page: what is asked for stands in the address, and only there, so that a link reproduces a result and
 * back and forward work. The list is painted first; counts, then snippets, come into room that is kept for them.
 */
"use strict";

(function () {
  const { byId, message, number, element } = ArchiveSearchView;
  const { PAGE, readState, addressOf, withQuery, withChoice, choices } = ArchiveSearchState;
  const { hitEntry, lostEntry, countText, rangeText, pagerEntries, showSnippet, showNoSnippet } = ArchiveSearchHits;
  const { YEARS, showCounts } = ArchiveSearchCounts;
  const { preparePrint } = ArchiveSearchPrint;
  const PATIENCE_MS = 250;

  const main = byId("inhoud");
  const form = /** @type {HTMLFormElement} */ (byId("search-form"));
  const box = /** @type {HTMLInputElement} */ (byId("search-query"));
  const sorting = /** @type {HTMLSelectElement} */ (byId("search-sort"));
  const help = /** @type {HTMLDetailsElement} */ (byId("search-help"));
  const filtering = /** @type {HTMLDetailsElement} */ (byId("search-filters"));
  const results = byId("search-results");
  const status = byId("search-status");
  const busy = byId("search-busy");
  const failure = byId("search-error");
  const list = byId("search-hits");

  /** Counts searches, so that the answer to an earlier one is not shown over a later one. */
  let latest = 0;

  /** Goes to another state, as a new step in the history. @param {SearchState} state */
  function go(state) {
    try {
      history.pushState(null, "", addressOf(state));
    } catch {
      location.assign(addressOf(state)); // a browser that guards the history of pages from disk
      return;
    }
    run();
  }

  /** Shows one of the page's faces: start, searching, results, none, wrong, broken. @param {string} face */
  function show(face) {
    main.dataset.face = face;
    failure.hidden = face !== "wrong" && face !== "broken";
    results.setAttribute("aria-busy", String(face === "searching"));
    if (face !== "searching") {
      busy.textContent = "";
    }
  }

  /** Shows what the address asks for. */
  async function run() {
    latest += 1;
    const search = latest;
    const current = () => search === latest;
    const state = readState(location.search);
    begin(state);
    if (!state.asked || !ArchiveSearchNotices.canSearch()) {
      return;
    }
    setTimeout(() => {
      if (current() && main.dataset.face === "searching") {
        busy.textContent = message("searching");
      }
    }, PATIENCE_MS);
    try {
      await answer(state, current);
    } catch (error) {
      if (current()) {
        await showFailure(error, state, current);
      }
    }
  }

  /** What can be shown before anything is found. @param {SearchState} state */
  function begin(state) {
    ArchiveSearchCombobox.close();
    box.value = state.query;
    sorting.value = state.sort;
    const base = form.dataset.title ?? "";
    document.title = state.query ? `${state.query} – ${base}` : base;
    byId("search-chips").replaceChildren(...ArchiveSearchFacets.chips(state));
    byId("search-explained").textContent = explanation(state.query);
    const count = choices(state).length;
    byId("search-filters-count").textContent = count > 0 ? ` (${number(count)})` : "";
    if (!ArchiveSearchNotices.canSearch()) {
      failure.replaceChildren(element("p", "", message("old_browser")));
      show("broken");
      return;
    }
    help.open = !state.asked;
    show(state.asked ? "searching" : "start");
    if (!state.asked) {
      status.textContent = "";
    }
  }

  /** @param {SearchState} state */
  function optionsOf({ sort, filters, page }) {
    return { limit: PAGE, offset: (page - 1) * PAGE, sort, filters, facets: false, why: true };
  }

  /** @param {SearchState} state @param {() => boolean} current */
  async function answer(state, current) {
    const result = await Vraagarchief.search(state.query, optionsOf(state));
    const sought = await soughtWords(state.query);
    if (!current()) {
      return;
    }
    if (result.hits.length === 0 && result.total > 0) {
      history.replaceState(null, "", addressOf({ ...state, page: Math.ceil(result.total / PAGE) }));
      run();
      return;
    }
    const entries = result.hits.map((hit) => hitEntry(hit, ArchiveSnippetWords.titleMarks(hit.title, sought)));
    showList(state, result, entries);
    if (result.total === 0) {
      await showWaysOn(state, current);
    }
    await ArchiveSearchView.pause();
    await showCounts(state, result.total, current, choose);
    await showSnippets(result.hits, entries, sought, current);
  }

  /** What is to be marked; nothing where that cannot be known. @param {string} query @returns {Promise<Sought[]>} */
  async function soughtWords(query) {
    const relatives = (/** @type {string} */ form) => Vraagarchief.relatives(form);
    return ArchiveSnippetWords.soughtWords(Vraagarchief.parseQuery(query), relatives);
  }

  /** @param {SearchState} state @param {{total: number, exact: boolean}} result @param {HTMLElement[]} entries */
  function showList(state, result, entries) {
    list.setAttribute("start", String((state.page - 1) * PAGE + 1));
    list.replaceChildren(...entries);
    byId("search-pager").replaceChildren(...pagerEntries(state, result.total));
    byId("search-ways").replaceChildren();
    const range = rangeText(state, result.total);
    byId("search-range").textContent = range;
    show(result.total > 0 ? "results" : "none");
    announce(countText(result));
    preparePrint(state, sorting.selectedOptions[0]?.text ?? "", [countText(result), range]);
  }

  /** Says in words what is asked for; "" for everything, and for what cannot be read. @param {string} query */
  function explanation(query) {
    try {
      return query.trim() ? `${ArchiveQueryExplanation.explain(Vraagarchief.parseQuery(query), message)}.` : "";
    } catch {
      return ""; // the search itself will tell what is wrong
    }
  }

  /** Puts a text where screen readers hear it, again too when it is the same as before. @param {string} text */
  function announce(text) {
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  /** @param {SearchState} state @param {() => boolean} current */
  async function showWaysOn(state, current) {
    const ways = await ArchiveSearchWays.waysOn(state);
    if (current()) {
      byId("search-ways").replaceChildren(...ways);
    }
  }

  /** @param {string} facet @param {string} value @param {boolean} chosen */
  function choose(facet, value, chosen) {
    go(withChoice({ ...readState(location.search), asked: true }, facet, value, chosen));
  }

  /** @param {Hit[]} hits @param {HTMLElement[]} entries @param {Sought[]} sought @param {() => boolean} current */
  async function showSnippets(hits, entries, sought, current) {
    await ArchiveSnippets.fetchSnippets(
      hits.map(({ url }) => url),
      hits.map(({ why }) => ArchiveSnippetWords.withReasons(sought, why ?? [])),
      (order, snippet) => (snippet ? showSnippet(entries[order], snippet) : showNoSnippet(entries[order])),
      current,
    );
  }

  /** @param {unknown} error @param {SearchState} state @param {() => boolean} current */
  async function showFailure(error, state, current) {
    const shown = error instanceof Vraagarchief.ShardError && (await showWhatIsLeft(state, current));
    if (!current()) {
      return;
    }
    failure.replaceChildren(...ArchiveSearchNotices.errorNotice(error, state));
    if (error instanceof Vraagarchief.ShardError) {
      const retry = element("button", "", message("retry"));
      retry.type = "button";
      retry.addEventListener("click", () => run());
      failure.append(retry);
    }
    if (!shown) {
      status.textContent = "";
    }
    show(error instanceof Vraagarchief.QueryError ? "wrong" : "broken");
    main.dataset.left = String(shown);
  }

  /**
   * After a shard failed: the hits whose cards can be had, one by one, each other one as lost.
   * @param {SearchState} state @param {() => boolean} current @returns {Promise<boolean>} whether anything is shown
   */
  async function showWhatIsLeft(state, current) {
    const options = { ...optionsOf(state), limit: 1, why: false };
    const counted = await Vraagarchief.search(state.query, { ...options, limit: 0 }).catch(() => null);
    const count = counted ? Math.min(PAGE, counted.total - options.offset) : 0;
    if (!counted || count <= 0) {
      return false;
    }
    const found = await Promise.all(
      Array.from({ length: count }, (_, order) =>
        Vraagarchief.search(state.query, { ...options, offset: options.offset + order }).catch((error) => error),
      ),
    );
    if (!current()) {
      return false;
    }
    const entries = found.map((one) => (one instanceof Error ? lostEntry(shardOf(one)) : hitEntry(one.hits[0], [])));
    showList(state, counted, entries);
    showCounts(state, counted.total, current, choose);
    const left = entries.filter((entry) => !entry.classList.contains("lost"));
    const hits = found.flatMap((one) => (one instanceof Error ? [] : one.hits));
    showSnippets(hits, left, await soughtWords(state.query), current);
    return true;
  }

  /** The name of the shard that an error is about. @param {Error} error */
  function shardOf(error) {
    return error instanceof Vraagarchief.ShardError ? error.shard : "";
  }

  /** Follows a link to another state without leaving the page. @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-state]") : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !plain) {
      return;
    }
    event.preventDefault();
    go(readState(new URL(link.href).search));
    results.focus({ preventScroll: true });
    if (form.getBoundingClientRect().top < 0) {
      form.scrollIntoView();
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { target, key } = event;
    const typing = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (key === "/" && !typing) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if ((key === "ArrowDown" || key === "ArrowUp") && target instanceof HTMLElement && list.contains(target)) {
      const links = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll(".hit-title a")));
      const next = links[links.indexOf(target) + (key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...withQuery(readState(location.search), box.value.trim()), sort: /** @type {any} */ (sorting.value) });
  });
  sorting.addEventListener("change", () => {
    go({ ...readState(location.search), asked: true, sort: /** @type {any} */ (sorting.value), page: 1 });
  });
  main.addEventListener("click", follow);
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", () => run());

  const wide = matchMedia("(min-width: 60rem)");
  const unfold = () => (filtering.open = wide.matches);
  wide.addEventListener("change", unfold);
  unfold();
  ArchiveSearchCombobox.prepare();
  ArchiveSearchYears.prepare((year, chosen) => choose(YEARS, year, chosen));
  ArchiveSearchTools.prepare();
  run();
})();
