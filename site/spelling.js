/**
 * How words sound and how far apart they are spelt. The same rules and whole numbers as archive/search/sounds.py and
 * edits.py, which say where they come from; tests/search/suggestion_cases.json is run through both.
 */
"use strict";

const ArchiveSpelling = (function () {
  /** @type {Record<string, string>} */
  const SOUNDS = {
    ch: "g", ck: "k", ph: "f", th: "t", rh: "r", qu: "kw", q: "k", x: "ks", z: "s", v: "f",
    ij: "y", ei: "y", ey: "y", y: "i", ou: "au", ie: "i", ae: "a",
    dt: "t", d: "t", b: "p", en: "e", isch: "is",
  };
  const SPELLING = /(?:isch|dt|d|b|en)$|ch|ck|ph|th|rh|qu|q|x|z|v|ij|ei|ey|y|ou|ie|ae|c(?=[eiy])|c/g;

  const ROWS = [
    ["azertyuiop", "qsdfghjklm", "wxcvbn"],
    ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
  ];
  const SOUND_PAIRS = new Set("ck kc cs sc sz zs fv vf dt td gh hg ij ji iy yi bp pb vw wv kq qk mn nm".split(" "));
  const KEYS = neighbours();

  const FAR = 1000;
  const EDIT = 10;
  const SWAP = 7;
  const SOUND = 6;
  const VOWEL = 7;
  const KEY = 8;
  const OTHER = 11;
  const DOUBLED = 5;
  const WEAK = 8;
  const FIRST = 3;

  function neighbours() {
    /** @type {Set<string>} */
    const found = new Set();
    /** @param {string} upper @param {string} lower */
    const add = (upper, lower) => {
      for (let place = 0; place < Math.min(upper.length, lower.length); place += 1) {
        found.add(upper[place] + lower[place]).add(lower[place] + upper[place]);
      }
    };
    for (const rows of ROWS) {
      rows.forEach((row, order) => {
        add(row, row.slice(1));
        if (order > 0) {
          add(rows[order - 1], row);
          add(rows[order - 1].slice(1), row);
        }
      });
    }
    return found;
  }

  /** The key of the sound of a folded word. @param {string} word */
  function sound(word) {
    const bare = word.replace(/[-'&]/g, "");
    return bare
      .replace(SPELLING, (spelt, at) => (spelt === "c" ? (/[eiy]/.test(bare[at + 1] ?? "") ? "s" : "k") : SOUNDS[spelt]))
      .replace(/(.)\1+/g, "$1");
  }

  /** The consonants of a sound, with "a" before them where it begins with a vowel. @param {string} heard */
  function headKey(heard) {
    const consonants = heard.replace(/[aeiouy]/g, "");
    return /^[aeiouy]/.test(heard) ? `a${consonants}` : consonants;
  }

  /** The consonants of a sound from last to first. @param {string} heard */
  function tailKey(heard) {
    return [...heard.replace(/[aeiouy]/g, "")].reverse().join("");
  }

  /** The cost of making `other` of `one`; FAR where it is more than `most`. @param {string} one @param {string} other @param {number} most */
  function edits(one, other, most) {
    const added = Array.from(other, (_, place) => addedCost(other, place));
    /** @type {number[]} */
    let before = [];
    let row = [0];
    added.forEach((cost, place) => row.push(row[place] + cost));
    for (let count = 0; count < one.length; count += 1) {
      const dropped = addedCost(one, count);
      const following = [row[0] + dropped];
      let least = following[0];
      for (let place = 0; place < other.length; place += 1) {
        let best = Math.min(
          row[place] + changedCost(one[count], other[place]),
          row[place + 1] + dropped,
          following[place] + added[place],
        );
        if (count > 0 && place > 0 && one[count] === other[place - 1] && one[count - 1] === other[place]) {
          best = Math.min(best, before[place - 1] + SWAP);
        }
        following.push(best);
        least = Math.min(least, best);
      }
      if (least > most) {
        return FAR;
      }
      before = row;
      row = following;
    }
    const cost = row[other.length] + (one[0] === other[0] ? 0 : FIRST);
    return cost <= most ? cost : FAR;
  }

  /** What it costs that a letter stands in one of the two words alone. @param {string} word @param {number} place */
  function addedCost(word, place) {
    const letter = word[place];
    if (letter === word[place - 1] || letter === word[place + 1]) {
      return DOUBLED;
    }
    return "eh-'".includes(letter) ? WEAK : EDIT;
  }

  /** @param {string} letter @param {string} other */
  function changedCost(letter, other) {
    if (letter === other) {
      return 0;
    }
    if (SOUND_PAIRS.has(letter + other)) {
      return SOUND;
    }
    if ("aeiouy".includes(letter) && "aeiouy".includes(other)) {
      return VOWEL;
    }
    return KEYS.has(letter + other) ? KEY : OTHER;
  }

  return { FAR, sound, headKey, tailKey, edits };
})();
