/**
 * The segments of an archive: the first holds most documents, a second what was added since. Each numbers its own
 * documents; outside of it they are known by the numbers that the whole archive gives them, newest first.
 */
"use strict";

/**
 * @typedef {InstanceType<typeof ArchiveSegments.Segment>} ShardSegment
 * @typedef {{shards: ShardSet, documents: number, segments: ShardSegment[]}} Archive
 * @typedef {[id: string, kind: string, title: string, number: number | null, year: string | null,
 *   asker: string | null, minister: string | null, date: string | null]} Card
 * @typedef {{values: string[], starts: Int32Array | null, codes: Int32Array}} Column the values of document n are
 *   those with codes[starts[n]] up to codes[starts[n + 1]]; without starts, the one with codes[n], none if that is -1
 */

const ArchiveSegments = (function () {
  /** Characters of a hash in the directory of cards. */
  const CARD_HASH = 5;

  class Segment {
    /** @param {ShardSet} shards @param {RootSegment} root */
    constructor(shards, root) {
      this.shards = shards;
      this.root = root;
      this.lexicon = new ArchiveLexicon.Lexicon(shards, root.lexicon, root.endings);
      /** @type {Int32Array | null} */
      this.locals = null;
    }

    /** By number in the segment, that in the archive, or -1 for a dropped document; null where both are the same. @returns {Promise<Int32Array | null>} */
    async numbers() {
      const { numbers, documents } = this.root;
      return numbers === null ? null : this.shards.once(numbers, (bytes) => globalNumbers(bytes, documents));
    }

    /** A list of documents by their numbers in the archive, without those that were dropped. @param {Postings} found @returns {Promise<Postings>} */
    async known(found) {
      const globals = await this.numbers();
      return globals ? renumbered(found, globals) : found;
    }

    /** The documents of a term; null for a term that no document has. @param {string} term */
    async postings(term) {
      const entry = await this.lexicon.find(term);
      return entry && this.known(await entry.postings());
    }

    /** The values of a facet. @param {string} facet @returns {Promise<Column>} */
    async column(facet) {
      const name = this.root.columns[facet];
      return name === undefined
        ? { values: [], starts: null, codes: new Int32Array(this.root.documents).fill(-1) }
        : this.shards.once(name, (bytes) => decodeColumn(bytes, this.root.documents));
    }

    /** Begins to load what every list of hits needs, while its documents are still unknown. */
    expectCards() {
      const { names } = this.root.cards;
      if (names.length === 1) {
        this.shards.json(names[0]).catch(() => undefined); // whoever needs it will ask again and tell
      }
    }

    /** The card of a document, given its number in the archive; null when it is in another segment. @param {number} number @returns {Promise<Card | null>} */
    async card(number) {
      const local = await this.local(number);
      if (local < 0) {
        return null;
      }
      const { block, directory, names } = this.root.cards;
      const index = Math.floor(local / block);
      const hashes = /** @type {string} */ (await this.shards.json(names[Math.floor(index / directory)]));
      const place = (index % directory) * CARD_HASH;
      const cards = await this.shards.json(`c${index.toString(36)}-${hashes.slice(place, place + CARD_HASH)}`);
      return cards[local % block];
    }

    /** The number in the segment of a document of the archive, or -1. @param {number} number */
    async local(number) {
      const globals = await this.numbers();
      if (!globals) {
        return number;
      }
      if (!this.locals) {
        this.locals = new Int32Array((await this.shards.root()).documents).fill(-1);
        for (let local = 0; local < globals.length; local += 1) {
          if (globals[local] >= 0) {
            this.locals[globals[local]] = local;
          }
        }
      }
      return this.locals[number];
    }
  }

  /** @param {Uint8Array} bytes @param {number} documents */
  function globalNumbers(bytes, documents) {
    const { numbers } = ArchiveLists.varints(bytes, 0, documents);
    for (let local = 0, latest = -1; local < documents; local += 1) {
      const distance = numbers[local];
      latest += distance;
      numbers[local] = distance === 0 ? -1 : latest;
    }
    return numbers;
  }

  /** @param {Postings} found @param {Int32Array} globals @returns {Postings} */
  function renumbered({ numbers, levels, masks }, globals) {
    let count = 0;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = globals[numbers[index]];
      if (number >= 0) {
        numbers[count] = number;
        levels[count] = levels[index];
        masks[count] = masks[index];
        count += 1;
      }
    }
    return { numbers: numbers.subarray(0, count), levels: levels.subarray(0, count), masks: masks.subarray(0, count) };
  }

  /** @param {Uint8Array} bytes @param {number} documents @returns {Column} */
  function decodeColumn(bytes, documents) {
    const head = 4 + ArchiveLists.wide(bytes, 0);
    const { values, single } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, head)));
    const coded = ArchiveLists.varints(bytes, head, single ? documents : countVarints(bytes, head)).numbers;
    if (single) {
      return { values, starts: null, codes: coded.map((code) => code - 1) };
    }
    const starts = new Int32Array(documents + 1);
    const codes = new Int32Array(coded.length - documents);
    for (let number = 0, at = 0; number < documents; number += 1) {
      const count = coded[at];
      codes.set(coded.subarray(at + 1, at + 1 + count), starts[number]);
      starts[number + 1] = starts[number] + count;
      at += 1 + count;
    }
    return { values, starts, codes };
  }

  /** How many varints stand from `at` on. @param {Uint8Array} bytes @param {number} at */
  function countVarints(bytes, at) {
    let count = 0;
    for (; at < bytes.length; at += 1) {
      count += bytes[at] > 127 ? 0 : 1;
    }
    return count;
  }

  /** @type {WeakMap<Root, Archive>} */
  const opened = new WeakMap();

  /** The archive whose shards these are. @param {ShardSet} shards @returns {Promise<Archive>} */
  async function archiveOf(shards) {
    const root = await shards.root();
    let archive = opened.get(root);
    if (!archive) {
      archive = { shards, documents: root.documents, segments: root.segments.map((one) => new Segment(shards, one)) };
      opened.set(root, archive);
    }
    return archive;
  }

  /** The card of a document of the archive. @param {Archive} archive @param {number} number @returns {Promise<Card>} */
  async function card(archive, number) {
    const found = await Promise.all(archive.segments.map((segment) => segment.card(number)));
    return /** @type {Card} */ (found.find((one) => one !== null));
  }

  /**
   * Runs of documents with the same date, newest first: [day, first document, documents]; the days count from
   * 1 January of the year 1, which is day 1.
   * @param {ShardSet} shards @returns {Promise<[number, number, number][]>}
   */
  async function days(shards) {
    const runs = /** @type {number[]} */ (await shards.json((await shards.root()).days));
    /** @type {[number, number, number][]} */
    const found = [];
    let day = 0;
    let first = 0;
    for (let index = 0; index < runs.length; index += 2) {
      day = index === 0 ? runs[0] : day - runs[index];
      found.push([day, first, runs[index + 1]]);
      first += runs[index + 1];
    }
    return found;
  }

  return { Segment, archiveOf, card, days };
})();
