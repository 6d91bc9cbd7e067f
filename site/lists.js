/**
 * Reading numbers out of the bytes of shards: lists of documents, how strongly and where a term stands in them, and
 * its places. Varints hold seven bits a byte, the lowest first. Described in archive/search/posting_columns.py and shard_terms.py.
 */
"use strict";

/**
 * @typedef {{numbers: Int32Array, levels: Uint8Array, masks: Uint8Array}} Postings documents (ascending), the level
 *   of the term in each, and the zones where it stands
 * @typedef {{starts: Uint32Array, values: Uint32Array, metas: Uint8Array}} PlaceTable the places of posting p are
 *   those from starts[p] up to starts[p + 1]
 * @typedef {{bytes: Uint8Array, counts: number, lows: number, highs: number, metas: number}} PlaceColumns where the
 *   columns of places begin
 */

const ArchiveLists = (function () {
  /** The zone masks that a mark tells in four bits; 15 says that a byte follows. */
  const ZONE_MASKS = [2, 1, 3, 4, 6, 7, 8, 10, 11, 9, 16, 32, 34, 64, 128];
  const LONG_MARK = 15;

  /** @param {Uint8Array} bytes @param {number} at @param {number} [length] */
  function checkEnd(bytes, at, length = bytes.length) {
    if (!(at <= length)) {
      throw new RangeError("the shard ends too early");
    }
  }

  /** @param {Uint8Array} bytes @param {number} at */
  function wide(bytes, at) {
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
  }

  /** Reads `count` varints. @param {Uint8Array} bytes @param {number} at @param {number} count */
  function varints(bytes, at, count) {
    checkEnd(bytes, at + count);
    const numbers = new Int32Array(count);
    for (let index = 0; index < count; index += 1) {
      let byte = bytes[at++];
      let number = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++];
        number |= (byte & 127) << shift;
      }
      numbers[index] = number;
    }
    checkEnd(bytes, at);
    return { numbers, at };
  }

  /** Where `count` varints that begin at `at` end. @param {Uint8Array} bytes @param {number} at @param {number} count */
  function afterVarints(bytes, at, count) {
    checkEnd(bytes, at + count);
    for (let left = count; left > 0; at += 1) {
      if (!(bytes[at] > 127)) {
        left -= 1;
      }
    }
    return at;
  }

  /** Where `count` marks that begin at `at` end. @param {Uint8Array} bytes @param {number} at @param {number} count */
  function afterMarks(bytes, at, count) {
    for (let left = count; left > 0; left -= 1) {
      at += (bytes[at] & 15) === LONG_MARK ? 2 : 1;
    }
    checkEnd(bytes, at);
    return at;
  }

  /**
   * A list of `count` documents.
   * @param {Uint8Array} bytes @param {number} gapsAt @param {number} marksAt @param {number} count
   * @returns {Postings}
   */
  function postings(bytes, gapsAt, marksAt, count) {
    const { numbers } = varints(bytes, gapsAt, count);
    for (let index = 0, latest = -1; index < count; index += 1) {
      latest += numbers[index];
      numbers[index] = latest;
    }
    const levels = new Uint8Array(count);
    const masks = new Uint8Array(count);
    let at = marksAt;
    for (let index = 0; index < count; index += 1) {
      const mark = bytes[at++];
      levels[index] = mark >> 4;
      masks[index] = (mark & 15) === LONG_MARK ? bytes[at++] : ZONE_MASKS[mark & 15];
    }
    checkEnd(bytes, at);
    return { numbers, levels, masks };
  }

  /**
   * The places of `count` postings whose columns begin where `columns` says.
   * @param {PlaceColumns} columns @param {number} count @returns {PlaceTable}
   */
  function places({ bytes, counts, lows, highs, metas }, count) {
    const { numbers } = varints(bytes, counts, count);
    const starts = new Uint32Array(count + 1);
    for (let index = 0; index < count; index += 1) {
      starts[index + 1] = starts[index] + numbers[index];
    }
    const all = starts[count];
    const values = new Uint32Array(varints(bytes, highs, all).numbers);
    checkEnd(bytes, Math.max(lows, metas) + all);
    for (let index = 0; index < all; index += 1) {
      values[index] = values[index] * 256 + bytes[lows + index];
    }
    return { starts, values, metas: bytes.subarray(metas, metas + all) };
  }

  /** The places of a shard "x". @param {Uint8Array} bytes */
  function placeShard(bytes) {
    const counts = 12;
    const lows = counts + wide(bytes, 0);
    const highs = lows + wide(bytes, 4);
    const metas = highs + wide(bytes, 8);
    checkEnd(bytes, metas);
    let postings = 0;
    for (let at = counts; at < lows; at += 1) {
      postings += bytes[at] > 127 ? 0 : 1;
    }
    return places({ bytes, counts, lows, highs, metas }, postings);
  }

  /** The numbers below `end` of which `flags` holds something. @param {ArrayLike<number>} flags @param {number} end */
  function flagged(flags, end) {
    const numbers = new Int32Array(end);
    let count = 0;
    for (let number = 0; number < end; number += 1) {
      if (flags[number] !== 0) {
        numbers[count] = number;
        count += 1;
      }
    }
    return numbers.slice(0, count);
  }

  return { flagged, wide, varints, afterVarints, afterMarks, postings, places, placeShard, checkEnd };
})();
