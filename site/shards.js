/**
 * Loading search shards: classic scripts that call P(name, payload, checksum), so that the same code works from disk
 * and from a web server. Their form is described in archive/search/shard_files.py.
 */
"use strict";

/**
 * @typedef {InstanceType<typeof ArchiveShards.Shards>} ShardSet
 * @typedef {{documents: number, numbers: string | null, lexicon: [string, string][],
 *   endings: [string, string][], stops: string[],
 *   cards: {block: number, directory: number, names: string[]}, columns: Record<string, string>}} RootSegment
 * @typedef {{format: number, documents: number, days: string, suggestions?: any, segments: RootSegment[]}} Root
 */

const ArchiveShards = (function () {
  const FORMAT = 3;
  const ROOT = "root";
  const ADLER = 65521;
  /** So many character codes can be added up before the sums must be reduced. */
  const ADLER_RUN = 3800;

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

  /** A browser that cannot inflate shards: those of before 2023. */
  class UnsupportedError extends Error {
    constructor() {
      super("this browser cannot inflate what is searched here; a newer one can");
      this.name = "UnsupportedError";
    }
  }

  /** What each script that is being loaded is to hand its payload to. @type {Map<unknown, (name: string, payload: string, checksum: number) => void>} */
  const expected = new Map();

  /** What every shard script calls. @param {string} name @param {string} payload @param {number} checksum */
  function receive(name, payload, checksum) {
    expected.get(document.currentScript)?.(name, payload, checksum);
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

  /** The bytes that are written seven bits a character. @param {string} payload */
  function unpacked(payload) {
    const bytes = new Uint8Array(Math.floor((payload.length * 7) / 8));
    let held = 0;
    let bits = 0;
    let at = 0;
    for (let index = 0; index < payload.length; index += 1) {
      held = (held << 7) | payload.charCodeAt(index);
      bits += 7;
      if (bits > 7) {
        bits -= 8;
        bytes[at] = held >> bits;
        at += 1;
      }
    }
    return bytes;
  }

  /** What inflates one payload. Throws UnsupportedError. */
  function inflater() {
    try {
      return new DecompressionStream("deflate-raw");
    } catch {
      throw new UnsupportedError();
    }
  }

  /**
   * The bytes of a payload.
   * @param {DecompressionStream} stream @param {string} payload deflated, seven bits a character
   * @returns {Promise<Uint8Array>}
   */
  async function inflated(stream, payload) {
    const writer = stream.writable.getWriter();
    // What goes wrong is told by the reading end.
    writer.write(unpacked(payload)).catch(() => undefined);
    writer.close().catch(() => undefined);
    return new Uint8Array(await new Response(stream.readable).arrayBuffer());
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
    root() {
      return this.kept(ROOT, (payload) => {
        const root = JSON.parse(payload);
        if (root.format !== FORMAT) {
          throw new RangeError(`format ${root.format}`);
        }
        return root;
      });
    }

    /** @param {string} name @returns {Promise<any>} */
    json(name) {
      return this.once(name, (bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    }

    /** @param {string} name @returns {Promise<Uint8Array>} */
    bytes(name) {
      return this.once(name, (bytes) => bytes);
    }

    /**
     * What `decode` makes of the bytes of a shard; it must be the same for every call with that name.
     * @template T
     * @param {string} name @param {(bytes: Uint8Array) => T} decode @returns {Promise<T>}
     */
    async once(name, decode) {
      const found = this.decoded.get(name);
      if (found) {
        return found;
      }
      const stream = inflater();
      return this.kept(name, async (payload) => decode(await inflated(stream, payload)));
    }

    /**
     * @template T
     * @param {string} name @param {(payload: string) => T | Promise<T>} decode @returns {Promise<T>}
     */
    kept(name, decode) {
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
        const failed = (/** @type {boolean} */ damaged) => {
          expected.delete(script);
          script.remove();
          reject(new ShardError(name, damaged));
        };
        expected.set(script, (given, payload, checksum) => {
          if (given === name && adler32(payload) === checksum) {
            resolve(payload);
          }
        });
        // After a script that handed over its payload the promise is settled, and this changes nothing.
        script.onload = () => failed(true);
        script.onerror = () => failed(false);
        script.src = `${this.base}${name}.js`;
        document.head.append(script);
      });
    }
  }

  Object.assign(window, { P: receive });
  return { Shards, ShardError, UnsupportedError };
})();
