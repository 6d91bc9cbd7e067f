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

  /** Letters as small numbers: a to z are 1 to 26, what joins words follows. @param {string} word */
  function coded(word) {
    return Uint8Array.from(word, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 97 && code <= 122 ? code - 96 : 27 + "-'&".indexOf(letter) + 1;
    });
  }

  /** What each change of letters costs, by the numbers of both; and each letter alone. */
  const LETTERS = " abcdefghijklmnopqrstuvwxyz?-'&";
  const WIDTH = LETTERS.length;
  const CHANGED = Uint8Array.from({ length: WIDTH * WIDTH }, (_, at) =>
    changedCost(LETTERS[Math.floor(at / WIDTH)], LETTERS[at % WIDTH]),
  );
  const ADDED = Uint8Array.from(LETTERS, (letter) => ("eh-'".includes(letter) ? WEAK : EDIT));

  /**
   * The cost of making `other` of `one`; FAR where it is more than `most`. Thousands of words are compared for one
   * suggestion while the page waits, so all in it are numbers.
   * @param {string} one @param {string} other @param {number} most
   */
  function edits(one, other, most) {
    const left = coded(one);
    const right = coded(other);
    const width = right.length + 1;
    const added = right.map((_, place) => addedCost(right, place));
    let before = new Uint16Array(width);
    let row = new Uint16Array(width);
    let following = new Uint16Array(width);
    added.forEach((cost, place) => {
      row[place + 1] = row[place] + cost;
    });
    for (let count = 0; count < left.length; count += 1) {
      const dropped = addedCost(left, count);
      const changes = left[count] * WIDTH;
      let least = (following[0] = row[0] + dropped);
      for (let place = 0; place < right.length; place += 1) {
        let best = row[place] + CHANGED[changes + right[place]];
        best = Math.min(best, row[place + 1] + dropped, following[place] + added[place]);
        if (count > 0 && place > 0 && left[count] === right[place - 1] && left[count - 1] === right[place]) {
          best = Math.min(best, before[place - 1] + SWAP);
        }
        following[place + 1] = best;
        least = Math.min(least, best);
      }
      if (least > most) {
        return FAR;
      }
      [before, row, following] = [row, following, before];
    }
    const cost = row[right.length] + (left[0] === right[0] ? 0 : FIRST);
    return cost <= most ? cost : FAR;
  }

  /** What it costs that a letter stands in one of the two words alone. @param {Uint8Array} word @param {number} place */
  function addedCost(word, place) {
    const letter = word[place];
    return letter === word[place - 1] || letter === word[place + 1] ? DOUBLED : ADDED[letter];
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
