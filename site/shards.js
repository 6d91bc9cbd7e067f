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

  /** The digits that characters stand for: of the ASCII characters those that need no backslash. */
  const DIGITS = new Uint8Array(128);
  for (let code = 0, digit = 0; code < 128; code += 1) {
    if (!'\n\r"\\'.includes(String.fromCharCode(code))) {
      DIGITS[code] = digit;
      digit += 1;
    }
  }
  const BASE = 124;
  const THREE_DIGITS = BASE ** 3;
  /** Characters, and bytes, of a group. */
  const WRITTEN = 15;
  const GROUP = 13;
  const LIMB = 2 ** 26;

  /** The bytes that a payload is written for, as archive/search/shard_text.py says. @param {string} payload */
  function contentOf(payload) {
    const groups = Math.floor(payload.length / WRITTEN);
    const bytes = new Uint8Array(groups * GROUP);
    for (let group = 0; group < groups; group += 1) {
      setGroup(bytes, group * GROUP, payload, 1 + group * WRITTEN);
    }
    return bytes.subarray(0, bytes.length - DIGITS[payload.charCodeAt(0)]);
  }

  /**
   * Reads a group: a number of 104 bits in four limbs, to which three digits are added at a time. Written out, for
   * this is done a thousand times a shard. @param {Uint8Array} bytes @param {number} at @param {string} payload
   * @param {number} from
   */
  function setGroup(bytes, at, payload, from) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let carry = 0;
    for (let index = from; index < from + WRITTEN; index += 3) {
      const two = DIGITS[payload.charCodeAt(index)] * BASE + DIGITS[payload.charCodeAt(index + 1)];
      d = d * THREE_DIGITS + two * BASE + DIGITS[payload.charCodeAt(index + 2)];
      carry = Math.floor(d / LIMB);
      d -= carry * LIMB;
      c = c * THREE_DIGITS + carry;
      carry = Math.floor(c / LIMB);
      c -= carry * LIMB;
      b = b * THREE_DIGITS + carry;
      carry = Math.floor(b / LIMB);
      b -= carry * LIMB;
      a = a * THREE_DIGITS + carry;
    }
    // What is above a byte falls away.
    bytes[at] = a >> 18;
    bytes[at + 1] = a >> 10;
    bytes[at + 2] = a >> 2;
    bytes[at + 3] = (a << 6) | (b >> 20);
    bytes[at + 4] = b >> 12;
    bytes[at + 5] = b >> 4;
    bytes[at + 6] = (b << 4) | (c >> 22);
    bytes[at + 7] = c >> 14;
    bytes[at + 8] = c >> 6;
    bytes[at + 9] = (c << 2) | (d >> 24);
    bytes[at + 10] = d >> 16;
    bytes[at + 11] = d >> 8;
    bytes[at + 12] = d;
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
   * @param {DecompressionStream} stream @param {string} payload deflated
   * @returns {Promise<Uint8Array>}
   */
  async function inflated(stream, payload) {
    const writer = stream.writable.getWriter();
    // What goes wrong is told by the reading end.
    writer.write(contentOf(payload)).catch(() => undefined);
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
  return { Shards, ShardError, UnsupportedError, contentOf };
})();
