/** How well a document answers a word: the same whole numbers as in archive/search/scoring.py and zones.py. */
"use strict";

const ArchiveScoring = (function () {
  /** By zone number, which is the bit of the zone in a mask. */
  const ZONES = ["question", "answer", "table", "title", "asker", "minister", "theme", "meta"];
  const WEIGHT = [1, 1, 0.5, 10, 0.5, 0.5, 1, 8];
  const LEVELS = [1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256];
  const SIXTEENTHS = 16;
  /** What a level counts for: of the form that was typed, of another of its family, and inside compounds. */
  const TYPED_WORTH = 100;
  const OWN_WORTH = 10;
  const INSIDE_WORTH = 4;
  const SATURATION = 320;
  const HIGHEST_IMPACT = 1000;

  /** The impact of a word in a document. @param {number} strength levels times their worth, added up */
  function impact(strength) {
    return Math.max(1, Math.floor((HIGHEST_IMPACT * strength) / (SATURATION + strength)));
  }

  /** The impact of words that stand together. @param {ArrayLike<number>} occurrences how often, by zone number */
  function togetherImpact(occurrences) {
    let sum = 0;
    for (let zone = 0; zone < WEIGHT.length; zone += 1) {
      sum += SIXTEENTHS * WEIGHT[zone] * occurrences[zone];
    }
    return impact(TYPED_WORTH * Math.min(LEVELS[LEVELS.length - 1], sum));
  }

  /** What a unit of impact is worth when `matches` of all `documents` match. @param {number} matches @param {number} documents */
  function rarity(matches, documents) {
    return Math.floor(1000 * Math.log(1 + (documents - matches + 0.5) / (matches + 0.5)) + 0.5);
  }

  /** The names of the zones in a mask. @param {number} mask */
  function zoneNames(mask) {
    return ZONES.filter((_, zone) => (mask >> zone) & 1);
  }

  return { ZONES, LEVELS, TYPED_WORTH, OWN_WORTH, INSIDE_WORTH, impact, togetherImpact, rarity, zoneNames };
})();
