/** The order of hits. Document numbers run from new to old, undated last, then by id; they break every tie. */
"use strict";

const ArchiveRanking = (function () {
  /** The best in order, from `offset` on: indexes into `found`. @param {Archive} archive @param {Matches} found @param {string} sort @param {number} offset @param {number} limit */
  async function ranked(archive, found, sort, offset, limit) {
    const last = Math.min(offset + limit, found.numbers.length);
    if (last <= offset) {
      return [];
    }
    if (sort === "newest") {
      return Array.from({ length: last - offset }, (_, order) => offset + order);
    }
    const order = sort === "oldest" ? await oldestFirst(archive, found.numbers) : bestFirst(found, last);
    return Array.from(order.subarray(offset, last));
  }

  /** Indexes of the `wanted` best, in order. @param {Matches} found @param {number} wanted */
  function bestFirst({ scores }, wanted) {
    const least = leastOf(scores, wanted);
    const best = ArchiveLists.flagged(scores.map((score) => (score < least ? 0 : 1)), scores.length);
    return best.sort((one, other) => scores[other] - scores[one] || one - other);
  }

  /** The score that the `wanted` best reach; or one below all where that leaves out few. @param {Float64Array} scores @param {number} wanted */
  function leastOf(scores, wanted) {
    return wanted * 2 < scores.length ? scores.slice().sort()[scores.length - wanted] : -1;
  }

  /** Indexes in order of dates; the days of a run of equal dates are taken whole. @param {Archive} archive @param {Int32Array} numbers */
  async function oldestFirst({ shards }, numbers) {
    const order = new Int32Array(numbers.length);
    const runs = await ArchiveSegments.days(shards);
    let end = numbers.length;
    const dated = runs.length ? runs[runs.length - 1][1] + runs[runs.length - 1][2] : 0;
    while (end > 0 && numbers[end - 1] >= dated) {
      end -= 1; // undated: they stay last
      order[end] = end;
    }
    let count = 0;
    for (let run = runs.length - 1; run >= 0; run -= 1) {
      let start = end;
      while (start > 0 && numbers[start - 1] >= runs[run][1]) {
        start -= 1;
      }
      for (let index = start; index < end; index += 1) {
        order[count] = index;
        count += 1;
      }
      end = start;
    }
    return order;
  }

  return { ranked };
})();
