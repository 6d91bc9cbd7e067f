/** How the language of the page writes numbers and days, counts, and puts names in order; as the pages themselves do. */
"use strict";

const ArchiveLocale = (function () {
  const LANGUAGE = document.documentElement.lang || "nl";
  /** "en" alone would be that of the United States, which puts the month first. */
  const LOCALE = LANGUAGE === "en" ? "en-GB" : LANGUAGE;
  const NUMBERS = new Intl.NumberFormat(LOCALE);
  const DAYS = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const PLURALS = new Intl.PluralRules(LOCALE);
  const ORDER = new Intl.Collator(LOCALE, { numeric: true });

  /** @param {number} count */
  function number(count) {
    return NUMBERS.format(count);
  }

  /** A date in words. As in archive/render/formats.py. @param {string} date in ISO 8601 */
  function day(date) {
    const text = DAYS.format(new Date(`${date}T00:00:00Z`));
    return LANGUAGE === "fr" ? text.replace(/^1 /, "1er ") : text;
  }

  /** Whether the language counts a number as one: French does so with 0 as well. @param {number} count */
  function isOne(count) {
    return PLURALS.select(count) === "one";
  }

  /** The words that a text is sorted by, apostrophes of every form left out. As in archive/text/collation.py. @param {string} text */
  function words(text) {
    return (text.normalize("NFC").replace(/['’\u0060´ʼ]/gu, "").match(/\p{Nd}+|\p{L}+/gu) ?? []).join(" ");
  }

  /** Which of two names comes first, as for Array.sort. @param {string} one @param {string} other */
  function compare(one, other) {
    return ORDER.compare(words(one), words(other));
  }

  return { LANGUAGE, number, day, isOne, compare };
})();
