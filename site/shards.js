/**
 * Loading and decoding search shards. Shards are classic scripts that call P(name, payload, checksum), so that the
 * same code works from disk and from a web server. Their forms are described in archive/search/shards.py and the
 * shard_*.py files beside it.
 */
"use strict";

/**
 * @typedef {{documents: number, list: Stretch, places: Start | null}} Place
 * @typedef {{names: string[], shard: number, offset: number}} Start
 * @typedef {{names: string[], shard: number, offset: number, length: number}} Stretch
 * @typedef {{form: string, own: Place, family: Place}} Entry
 * @typedef {[id: string, kind: string, title: string, number: number | null, year: string | null,
 *   asker: string | null, minister: string | null, date: string | null]} Card
 * @typedef {{format: number, documents: number, lexicon: [string, string][],
 *   cards: {block: number, directory: number, names: string[]}, columns: string, days: string}} Root
 * @typedef {InstanceType<typeof ArchiveShards.Shards>} ShardSet
 * @typedef {InstanceType<typeof ArchiveShards.Cursor>} ShardCursor
 * @typedef {{block: number, facets: Record<string, {values: string[], names: string[]}>}} ColumnList
 */

const ArchiveShards = (function () {
  const FORMAT = 2;
  const ROOT = "root";
  const ADLER = 65521;
  /** So many character codes can be added up before the sums must be reduced. */
  const ADLER_RUN = 3800;
  /** Postings of so many documents keep their places in one block. */
  const PLACES_BLOCK = 64;

  /** A shard that cannot be had: `shard` is its name, `damaged` whether it was there at all. */
  class ShardError extends Error {
    /** @param {string} shard @param {boolean} damaged */
    constructor(shard, damaged) {
      super(`search/${shard}.js is ${damaged ? "damaged" : "missing"}`);
      this.name = "ShardError";
      this.shard = shard;
      this.damaged = damaged;
    }
  }

  /** @type {Map<string, (payload: string, checksum: number) => void>} */
  const expected = new Map();

  /** What every shard script calls. @param {string} name @param {string} payload @param {number} checksum */
  function receive(name, payload, checksum) {
    expected.get(name)?.(payload, checksum);
  }

  /** @param {string} text of ASCII characters */
  function adler32(text) {
    let low = 1;
    let high = 0;
    for (let start = 0; start < text.length; start += ADLER_RUN) {
      const end = Math.min(start + ADLER_RUN, text.length);
      for (let index = start; index < end; index += 1) {
        low += text.charCodeAt(index);
        high += low;
      }
      low %= ADLER;
      high %= ADLER;
    }
    return ((high << 16) | low) >>> 0;
  }

  /** The shards of one folder; each is loaded at most once, and kept decoded. */
  class Shards {
    /** @param {string} base address of the folder, with a slash at the end */
    constructor(base) {
      this.base = base;
      /** @type {Map<string, Promise<any>>} */
      this.decoded = new Map();
    }

    /** @returns {Promise<Root>} */
    async root() {
      const root = await this.once(ROOT, (payload) => JSON.parse(payload));
      if (root.format !== FORMAT) {
        throw new ShardError(ROOT, true);
      }
      return root;
    }

    /** @param {string} name @returns {Promise<any>} */
    json(name) {
      return this.once(name, async (payload) => JSON.parse(textOf(await inflated(payload))));
    }

    /** @param {string} name @returns {Promise<Uint8Array>} */
    bytes(name) {
      return this.once(name, inflated);
    }

    /**
     * @template T
     * @param {string} name @param {(payload: string) => T | Promise<T>} decode @returns {Promise<T>}
     */
    once(name, decode) {
      let found = this.decoded.get(name);
      if (!found) {
        found = this.load(name).then(async (payload) => {
          try {
            return await decode(payload);
          } catch {
            throw new ShardError(name, true);
          }
        });
        // A shard that failed may be asked for again: the reader may have mended the copy.
        found.catch(() => this.decoded.delete(name));
        this.decoded.set(name, found);
      }
      return found;
    }

    /** @param {string} name @returns {Promise<string>} */
    load(name) {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        /** @param {ShardError | null} error @param {string} [payload] */
        const finish = (error, payload) => {
          expected.delete(name);
          script.remove();
          if (error) {
            reject(error);
          } else {
            resolve(payload ?? "");
          }
        };
        expected.set(name, (payload, checksum) => {
          finish(adler32(payload) === checksum ? null : new ShardError(name, true), payload);
        });
        script.onload = () => expected.has(name) && finish(new ShardError(name, true));
        script.onerror = () => finish(new ShardError(name, false));
        script.src = `${this.base}${name}.js`;
        document.head.append(script);
      });
    }

    /**
     * The entries of all forms that begin with `start`, in order; with `whole`, of the form `start` alone.
     * @param {string} start @param {boolean} whole @returns {Promise<Entry[]>}
     */
    async entries(start, whole) {
      const found = await this.lexiconAround(start, whole);
      return found.filter(({ form }) => (whole ? form === start : form.startsWith(start)));
    }

    /**
     * The forms that share the postings of the family of `form` with it, as far as they stand in the same shard.
     * @param {string} form @returns {Promise<string[]>}
     */
    async relatives(form) {
      const entries = await this.lexiconAround(form, true);
      const wanted = entries.find((entry) => entry.form === form)?.family.list;
      return wanted ? entries.filter(({ family }) => sameStretch(family.list, wanted)).map((entry) => entry.form) : [];
    }

    /**
     * All entries of the lexicon shards that may hold `start`, or forms that begin with it.
     * @param {string} start @param {boolean} whole @returns {Promise<Entry[]>}
     */
    async lexiconAround(start, whole) {
      const root = await this.root();
      const listed = await Promise.all(
        candidates(root.lexicon, start, whole).map(async (name) =>
          name.startsWith("d") ? candidates(await this.json(name), start, whole) : [name],
        ),
      );
      return (await Promise.all(listed.flat().map((name) => this.once(name, decodeLexicon)))).flat();
    }

    /**
     * The documents, impacts and zone masks of a term, and the lengths of its blocks of places.
     * @param {Place} place
     */
    async postings(place) {
      const { list, documents } = place;
      const name = list.names[list.shard];
      const shard = await this.bytes(name);
      if (list.offset + list.length > shard.length) {
        throw new ShardError(name, true);
      }
      const stretch = shard.subarray(list.offset, list.offset + list.length);
      const cursor = new Cursor(stretch, 0);
      const numbers = new Uint32Array(documents);
      let latest = -1;
      for (let index = 0; index < documents; index += 1) {
        latest += cursor.varint();
        numbers[index] = latest;
      }
      const impacts = stretch.subarray(cursor.at, cursor.at + documents);
      const zones = stretch.subarray(cursor.at + documents, cursor.at + 2 * documents);
      return { numbers, impacts, zones, blocks: new Cursor(stretch, cursor.at + 2 * documents) };
    }

    /** Whether a term has so many places that their blocks are listed. @param {Place} place */
    hasBlocks(place) {
      return place.documents > PLACES_BLOCK;
    }

    /** Begins to load what every list of hits needs, while its documents are still unknown. */
    async expectCards() {
      const { names } = (await this.root()).cards;
      if (names.length === 1) {
        this.json(names[0]).catch(() => undefined); // whoever needs it will ask again and tell
      }
    }

    /** The card of a document. @param {number} number @returns {Promise<Card>} */
    async card(number) {
      const { block, directory, names } = (await this.root()).cards;
      const index = Math.floor(number / block);
      const hashes = /** @type {string} */ (await this.json(names[Math.floor(index / directory)]));
      const place = (index % directory) * 5;
      const cards = await this.json(`c${index.toString(36)}-${hashes.slice(place, place + 5)}`);
      return cards[number % block];
    }

    /** @returns {Promise<ColumnList>} */
    async columns() {
      return this.json((await this.root()).columns);
    }

    /**
     * The values of a facet of every document: those of document n are codes[starts[n]] up to starts[n + 1].
     * @param {string} facet
     */
    async column(facet) {
      const { documents } = await this.root();
      const { names } = (await this.columns()).facets[facet];
      const blocks = await Promise.all(names.map((name) => this.bytes(name)));
      const starts = new Uint32Array(documents + 1);
      /** @type {number[]} */
      const codes = [];
      let number = 0;
      for (const block of blocks) {
        const cursor = new Cursor(block, 0);
        while (cursor.at < block.length) {
          for (let left = cursor.varint(); left > 0; left -= 1) {
            codes.push(cursor.varint());
          }
          number += 1;
          starts[number] = codes.length;
        }
      }
      return { starts, codes };
    }

    /**
     * Runs of documents with the same date, newest first: [day, first document, documents]; the days count from
     * 1 January of the year 1, which is day 1.
     * @returns {Promise<[number, number, number][]>}
     */
    async days() {
      const runs = /** @type {number[]} */ (await this.json((await this.root()).days));
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
  }

  /** Reads varints from bytes: seven bits a byte, the lowest first. */
  class Cursor {
    /** @param {Uint8Array} bytes @param {number} at */
    constructor(bytes, at) {
      this.bytes = bytes;
      this.at = at;
    }

    varint() {
      let number = 0;
      let weight = 1;
      for (;;) {
        const byte = this.bytes[this.at];
        if (byte === undefined) {
          throw new RangeError("the shard ends too early");
        }
        this.at += 1;
        if (byte < 128) {
          return number + byte * weight;
        }
        number += (byte - 128) * weight;
        weight *= 128;
      }
    }
  }

  /** @param {Stretch} one @param {Stretch} other */
  function sameStretch(one, other) {
    return one.names[one.shard] === other.names[other.shard] && one.offset === other.offset;
  }

  /**
   * The names of the shards in a directory that may hold `start`, or forms that begin with it.
   * @param {[string, string][]} directory first form and name, in order @param {string} start @param {boolean} whole
   */
  function candidates(directory, start, whole) {
    return directory
      .filter(([first], index) => {
        const next = directory[index + 1];
        return (first <= start || (!whole && first.startsWith(start))) && (!next || next[0] > start);
      })
      .map(([, name]) => name);
  }

  /** The bytes of a payload. @param {string} payload deflated, in base64 @returns {Promise<Uint8Array>} */
  async function inflated(payload) {
    const text = atob(payload);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index] = text.charCodeAt(index);
    }
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** @param {Uint8Array} bytes */
  function textOf(bytes) {
    return new TextDecoder().decode(bytes);
  }

  /** @param {string} payload @returns {Promise<Entry[]>} */
  async function decodeLexicon(payload) {
    const [lists, places, entries] = /** @type {[string[], string[], string]} */ (
      JSON.parse(textOf(await inflated(payload)))
    );
    const nextList = follower(lists);
    const nextPlaces = follower(places);
    let form = "";
    return entries.split("|").map((written) => {
      const [coded, documents, length, placesLength, ...digits] = written.split(" ");
      form = form.slice(0, Number.parseInt(coded[0], 36)) + coded.slice(1);
      const own = {
        documents: Number.parseInt(documents, 36),
        list: nextList(length),
        places: placesLength === undefined ? null : nextPlaces(placesLength),
      };
      return { form, own, family: digits.length ? familyPlace(lists, digits) : own };
    });
  }

  /** @param {string[]} names @param {string[]} digits documents, shard, offset and length @returns {Place} */
  function familyPlace(names, digits) {
    const [documents, shard, offset, length] = digits.map((number) => Number.parseInt(number, 36));
    return { documents, list: { names, shard, offset, length }, places: null };
  }

  /**
   * Reads lengths of stretches that follow each other, "length" or "length@shard@offset" where one does not.
   * @param {string[]} names of their shards
   */
  function follower(names) {
    let shard = 0;
    let next = 0;
    /** @param {string} written @returns {Stretch} */
    function stretchOf(written) {
      const [length, ...at] = written.split("@").map((number) => Number.parseInt(number, 36));
      if (at.length) {
        [shard, next] = at;
      }
      const found = { names, shard, offset: next, length };
      next += length;
      return found;
    }
    return stretchOf;
  }

  Object.assign(window, { P: receive });
  return { Shards, ShardError, Cursor };
})();
