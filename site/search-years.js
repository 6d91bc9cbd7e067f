/**
 * The histogram of hits by parliamentary year. Its bars stand in the page from the start, one a year of the archive, so
 * that nothing moves when they get their heights; each is a button that narrows the result to its year.
 */
"use strict";

const ArchiveSearchYears = (function () {
  const { message, number, documents } = ArchiveSearchView;

  /** @type {HTMLButtonElement[]} */
  const bars = Array.from(document.querySelectorAll(".years button"));

  /** @param {(year: string, chosen: boolean) => void} choose is told of a click */
  function prepare(choose) {
    for (const bar of bars) {
      bar.addEventListener("click", () => {
        choose(bar.value, bar.getAttribute("aria-pressed") !== "true");
      });
    }
  }

  /** @param {FacetValue[]} values @param {string[]} chosen */
  function showYears(values, chosen) {
    const counts = new Map(values.map(({ value, count }) => [value, count]));
    const most = Math.max(1, ...counts.values());
    for (const bar of bars) {
      const count = counts.get(bar.value) ?? 0;
      const pressed = chosen.includes(bar.value);
      bar.style.setProperty("--share", String(count / most));
      bar.setAttribute("aria-pressed", String(pressed));
      // What is called out begins as what is seen, for those who speak to their browser; the title has the whole year.
      const name = bar.querySelector(".year-name")?.textContent ?? bar.value;
      const told = bar.querySelector(".year-told");
      if (told) {
        told.textContent = message("year_bar", { year: name, documents: documents(count) });
      }
      bar.title = `${bar.value}: ${documents(count)}`;
      bar.disabled = count === 0 && !pressed;
      const shown = bar.querySelector(".year-count");
      if (shown) {
        shown.textContent = count > 0 ? number(count) : "";
      }
    }
    showNewest();
  }

  /** Where there are more bars than fit, those of the newest years are in sight first. */
  function showNewest() {
    const frame = document.querySelector(".years-frame:not([data-seen])");
    if (frame instanceof HTMLElement && frame.scrollWidth > frame.clientWidth) {
      frame.scrollLeft = frame.scrollWidth;
      frame.dataset.seen = "";
    }
  }

  return { prepare, showYears };
})();
