/**
 * Phrases and windows: documents in which forms stand together. Only the places of documents that have all of them
 * are loaded. The same meaning as archive/search/places.py.
 */
"use strict";

/**
 * @typedef {{form: string, offset: number, before: number}} PhraseWord a word, how far it stands from the first, and
 *   what must stand directly before it: 0 for anything, else 1 + the index of a stop word of the segment
 * @typedef {{spots: Int32Array, before: Uint8Array, count: number}} Spots where a word stands in a document, as
 *   (zone << ZONE_SHIFT) + place, ascending; and the stop word directly before it, as in PhraseWord
 * @typedef {(spots: Spots[], occurrences: Uint16Array) => void} Fit counts where words stand as wanted, by zone
 */

const ArchivePhrases = (function () {
  const { togetherImpact, zoneNames } = ArchiveScoring;
  const ZONE_SHIFT = 22;
  /** So many documents are looked at before the page may breathe. */
  const BATCH = 128;

  /** Words that follow each other at these offsets. @param {Archive} archive @param {[string, number][]} words @param {number} bits zones, of which any will do @returns {Promise<Found>} */
  function phrase(archive, words, bits) {
    const forms = words.map(([form]) => form);
    return together(archive, forms, "phrase", bits, (segment) => {
      const needed = withoutStops(words, segment.root.stops);
      return { words: needed, fit: (spots, occurrences) => fitPhrase(needed, spots, occurrences) };
    });
  }

  /** Words of which the outermost stand at most `distance` apart. @param {Archive} archive @param {string[]} forms @param {number} distance @param {number} bits @returns {Promise<Found>} */
  function near(archive, forms, distance, bits) {
    const words = forms.map((form) => ({ form, offset: 0, before: 0 }));
    return together(archive, forms, "near", bits, () => ({
      words,
      fit: (spots, occurrences) => fitWindow(distance, spots, occurrences),
    }));
  }

  /**
   * The words whose places must be known: not stop words with another word behind them, which tells of them.
   * @param {[string, number][]} words @param {string[]} stops @returns {PhraseWord[]}
   */
  function withoutStops(words, stops) {
    const isStop = (/** @type {string} */ form) => stops.includes(form);
    const followed = new Map(words.map(([form, offset]) => [isStop(form) ? -1 : offset - 1, form]));
    const told = words.filter(([form, offset]) => isStop(form) && followed.has(offset));
    const before = new Map(told.map(([form, offset]) => [offset + 1, 1 + stops.indexOf(form)]));
    return words
      .filter((word) => !told.includes(word))
      .map(([form, offset]) => ({ form, offset, before: (isStop(form) ? 0 : before.get(offset)) ?? 0 }));
  }

  /**
   * @param {Archive} archive @param {string[]} forms @param {string} how @param {number} bits
   * @param {(segment: ShardSegment) => {words: PhraseWord[], fit: Fit}} plan @returns {Promise<Found>}
   */
  async function together(archive, forms, how, bits, plan) {
    const impacts = new Int32Array(archive.documents);
    const zones = new Uint8Array(archive.documents);
    await Promise.all(
      archive.segments.map(async (segment) => {
        const { words, fit } = plan(segment);
        const rows = await sharedRows(segment, words);
        const globals = await segment.numbers();
        await countRows(rows, bits, fit, (local, impact, mask) => {
          const number = globals ? globals[local] : local;
          if (number >= 0) {
            impacts[number] = impact;
            zones[number] = mask;
          }
        });
      }),
    );
    const numbers = ArchiveLists.flagged(impacts, archive.documents);
    return {
      numbers,
      impacts: numbers.map((number) => impacts[number]),
      evidence: async (number) => (zones[number] === 0 ? null : { how, forms, zones: zoneNames(zones[number]) }),
    };
  }

  /**
   * The documents of a segment that have all words, the zone masks of each word there, and readers of its places.
   * @param {ShardSegment} segment @param {PhraseWord[]} words
   */
  async function sharedRows(segment, words) {
    const none = { numbers: new Int32Array(0), readers: /** @type {PlaceReader[]} */ ([]) };
    const entries = await Promise.all(words.map(({ form }) => segment.lexicon.find(form)));
    const found = entries.filter((entry) => entry !== null);
    if (found.length < words.length) {
      return none;
    }
    const shortest = found.filter((entry) => entry.isInline);
    if ((await shared(shortest)).length === 0 && shortest.length > 0) {
      return none; // without loading the lists of frequent words
    }
    const numbers = await shared(found);
    const readers = await Promise.all(
      found.map(async (entry) => new PlaceReader(entry, await entry.postings(), numbers)),
    );
    await Promise.all(readers.map((reader) => reader.load()));
    return { numbers, readers };
  }

  /** The documents of all lists, which are read from the shortest on. @param {LexiconEntry[]} entries */
  async function shared(entries) {
    const lists = await Promise.all(entries.map(async (entry) => (await entry.postings()).numbers));
    lists.sort((one, other) => one.length - other.length);
    return lists.length ? lists.reduce(inBoth) : new Int32Array(0);
  }

  /** @param {Int32Array} one @param {Int32Array} other both ascending */
  function inBoth(one, other) {
    let at = 0;
    return one.filter((number) => {
      while (other[at] < number) {
        at += 1;
      }
      return other[at] === number;
    });
  }

  /** Reads the places of a word in the documents that are wanted, one after the other. */
  class PlaceReader {
    /** @param {LexiconEntry} entry @param {Postings} postings @param {Int32Array} wanted ascending */
    constructor(entry, postings, wanted) {
      /** The postings of the wanted documents, by their place in the list. */
      this.rows = new Int32Array(wanted.length);
      this.masks = new Uint8Array(wanted.length);
      for (let row = 0, index = 0; row < wanted.length; index += 1) {
        if (postings.numbers[index] === wanted[row]) {
          this.rows[row] = index;
          this.masks[row] = postings.masks[index];
          row += 1;
        }
      }
      let row = 0;
      this.parts = entry.placeParts().filter(({ to }) => {
        const first = row;
        while (row < this.rows.length && this.rows[row] < to) {
          row += 1;
        }
        return row > first;
      });
      /** @type {PlaceTable[]} */
      this.tables = [];
      this.part = 0;
      /** @type {Spots} */
      this.found = { spots: new Int32Array(64), before: new Uint8Array(64), count: 0 };
    }

    async load() {
      this.tables = await Promise.all(this.parts.map(({ table }) => table()));
    }

    /** The places in the document of a row. Rows must be asked for in order. @param {number} row */
    read(row) {
      const index = this.rows[row];
      while (index >= this.parts[this.part].to) {
        this.part += 1;
      }
      const { from, skip } = this.parts[this.part];
      const { starts, values, metas } = this.tables[this.part];
      const posting = skip + index - from;
      const first = starts[posting];
      const count = starts[posting + 1] - first;
      if (count > this.found.spots.length) {
        this.found = { spots: new Int32Array(2 * count), before: new Uint8Array(2 * count), count };
      }
      const { spots, before } = this.found;
      let zones = this.masks[row];
      let latest = (31 - Math.clz32(zones & -zones)) << ZONE_SHIFT;
      for (let place = 0; place < count; place += 1) {
        const meta = metas[first + place];
        if (meta & 1) {
          zones &= zones - 1;
          latest = (31 - Math.clz32(zones & -zones)) << ZONE_SHIFT;
        }
        latest += values[first + place];
        spots[place] = latest;
        before[place] = meta >> 1;
      }
      this.found.count = count;
      return this.found;
    }
  }

  /**
   * Calls `tell` with every document in which words stand as wanted in one of the zones: its impact and zones.
   * @param {{numbers: Int32Array, readers: PlaceReader[]}} rows @param {number} bits @param {Fit} fit
   * @param {(local: number, impact: number, mask: number) => void} tell
   */
  async function countRows({ numbers, readers }, bits, fit, tell) {
    const occurrences = new Uint16Array(8);
    for (let row = 0; row < numbers.length; row += 1) {
      occurrences.fill(0);
      fit(readers.map((reader) => reader.read(row)), occurrences);
      let mask = 0;
      occurrences.forEach((count, zone) => {
        if (!((bits >> zone) & 1)) {
          occurrences[zone] = 0;
        } else if (count > 0) {
          mask |= 1 << zone;
        }
      });
      if (mask !== 0) {
        tell(numbers[row], togetherImpact(occurrences), mask);
      }
      if (row % BATCH === BATCH - 1) {
        await ArchivePace.breathe();
      }
    }
  }

  /** @param {PhraseWord[]} words @param {Spots[]} found @param {Uint16Array} occurrences */
  function fitPhrase(words, found, occurrences) {
    const at = new Int32Array(words.length);
    const { spots, count } = found[0];
    for (let first = 0; first < count; first += 1) {
      const start = spots[first] - words[0].offset;
      let fits = true;
      for (let word = 0; word < words.length && fits; word += 1) {
        const other = found[word];
        const place = start + words[word].offset;
        while (at[word] < other.count && other.spots[at[word]] < place) {
          at[word] += 1;
        }
        const index = at[word];
        const { before } = words[word];
        fits = index < other.count && other.spots[index] === place && (before === 0 || other.before[index] === before);
      }
      if (fits) {
        occurrences[spots[first] >> ZONE_SHIFT] += 1;
      }
    }
  }

  /** @param {number} distance @param {Spots[]} found @param {Uint16Array} occurrences */
  function fitWindow(distance, found, occurrences) {
    const at = new Int32Array(found.length);
    for (;;) {
      let lowest = 0;
      let end = 0;
      for (let word = 0; word < found.length; word += 1) {
        if (at[word] === found[word].count) {
          return;
        }
        const spot = found[word].spots[at[word]];
        end = Math.max(end, spot);
        if (spot < found[lowest].spots[at[lowest]]) {
          lowest = word;
        }
      }
      const start = found[lowest].spots[at[lowest]];
      if (end - start <= distance) {
        occurrences[start >> ZONE_SHIFT] = 1;
      }
      at[lowest] += 1;
    }
  }

  return { phrase, near };
})();
