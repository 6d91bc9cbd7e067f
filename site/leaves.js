/**
 * The leaves of a query: which documents each matches, and with what score. The same meaning as
 * archive/search/whoosh_leaves.py; scores are whole numbers, so both reckon alike.
 */
"use strict";

/**
 * @typedef {{numbers: Uint32Array, scores: Float64Array}} Matches document numbers, ascending, and their scores
 * @typedef {{numbers: Uint32Array, impacts: Uint8Array}} Postings
 */

const ArchiveLeaves = (function () {
  const ZONES = ["question", "answer", "table", "title", "asker", "minister", "theme", "meta"];
  const ZONE_WIDTH = 2 ** 22;
  const PLACES_BLOCK = 64;
  const YEAR = "#y";
  const NUMBER = "#n";

  /** What a unit of impact is worth when `matches` of all `documents` match. @param {number} matches @param {number} documents */
  function rarity(matches, documents) {
    return Math.floor(1000 * Math.log(1 + (documents - matches + 0.5) / (matches + 0.5)) + 0.5);
  }

  /** @param {Postings} found @param {number} documents @returns {Matches} */
  function scored({ numbers, impacts }, documents) {
    const worth = rarity(numbers.length, documents);
    return { numbers, scores: Float64Array.from(impacts, (impact) => worth * impact) };
  }

  /** A stretch of document numbers, for a score of 0. @param {number} first @param {number} count @returns {Matches} */
  function stretch(first, count) {
    return {
      numbers: Uint32Array.from({ length: count }, (_, index) => first + index),
      scores: new Float64Array(count),
    };
  }

  /** @param {ShardSet} shards @param {Leaf} leaf @returns {Promise<Matches>} */
  async function evaluate(shards, leaf) {
    const { documents } = await shards.root();
    switch (leaf.op) {
      case "all":
        return stretch(0, documents);
      case "word":
        return scored(await wordPostings(shards, leaf.form, leaf.zone), documents);
      case "prefix":
        return scored(await strongest(shards, await shards.entries(leaf.form, false), leaf.zone), documents);
      case "ending": {
        // Forms stand in the order of their beginnings, so all of the lexicon must be looked through.
        const forms = await shards.entries("", false);
        const fitting = forms.filter(({ form }) => form.endsWith(leaf.form) && !form.startsWith("#"));
        return scored(await strongest(shards, fitting, leaf.zone), documents);
      }
      case "phrase": {
        if (leaf.words.length === 1) {
          return scored(await formPostings(shards, leaf.words[0][0], leaf.zone), documents);
        }
        const offsets = leaf.words.map(([, offset]) => offset);
        const zone = zoneNumber(leaf.zone);
        const forms = leaf.words.map(([form]) => form);
        return scored(await together(shards, forms, (places) => hasPhrase(places, offsets, zone)), documents);
      }
      case "near": {
        const zone = zoneNumber(leaf.zone);
        return scored(await together(shards, leaf.words, (places) => hasWindow(places, leaf.distance, zone)), documents);
      }
      case "year":
        return filter(shards, YEAR + leaf.year);
      case "number":
        return filter(shards, NUMBER + leaf.number);
      case "dates":
        return dated(shards, leaf.first, leaf.last);
    }
  }

  /** @param {string | null} zone */
  function zoneNumber(zone) {
    return zone === null ? null : ZONES.indexOf(zone);
  }

  /** @returns {Postings} */
  function nothing() {
    return { numbers: new Uint32Array(0), impacts: new Uint8Array(0) };
  }

  /** @param {ShardSet} shards @param {string} form @param {string | null} zone */
  async function wordPostings(shards, form, zone) {
    const [entry] = await shards.entries(form, true);
    return entry ? inZone(shards, entry.family, zone) : nothing();
  }

  /** @param {ShardSet} shards @param {string} form @param {string | null} zone */
  async function formPostings(shards, form, zone) {
    const [entry] = await shards.entries(form, true);
    return entry ? inZone(shards, entry.own, zone) : nothing();
  }

  /**
   * The documents that have one of several forms; the strongest of them counts.
   * @param {ShardSet} shards @param {Entry[]} entries @param {string | null} zone
   * @returns {Promise<Postings>}
   */
  async function strongest(shards, entries, zone) {
    const lists = await Promise.all(entries.map((entry) => inZone(shards, entry.own, zone)));
    const { documents } = await shards.root();
    const highest = new Uint8Array(documents);
    for (const { numbers, impacts } of lists) {
      numbers.forEach((number, index) => {
        highest[number] = Math.max(highest[number], impacts[index]);
      });
    }
    const numbers = stretch(0, documents).numbers.filter((number) => highest[number] > 0);
    return { numbers, impacts: Uint8Array.from(numbers, (number) => highest[number]) };
  }

  /** The postings of a term, only those in `zone` unless that is null. @param {ShardSet} shards @param {Place} place @param {string | null} zone */
  async function inZone(shards, place, zone) {
    const { numbers, impacts, zones: masks } = await shards.postings(place);
    if (zone === null) {
      return { numbers, impacts };
    }
    const bit = 1 << ZONES.indexOf(/** @type {string} */ (zone));
    const inside = numbers.map((_, index) => index).filter((index) => masks[index] & bit);
    return {
      numbers: Uint32Array.from(inside, (index) => numbers[index]),
      impacts: Uint8Array.from(inside, (index) => impacts[index]),
    };
  }

  /** @param {ShardSet} shards @param {string} term @returns {Promise<Matches>} */
  async function filter(shards, term) {
    const [entry] = await shards.entries(term, true);
    if (!entry) {
      return stretch(0, 0);
    }
    const { numbers } = await shards.postings(entry.own);
    return { numbers, scores: new Float64Array(numbers.length) };
  }

  /** @param {ShardSet} shards @param {string | null} first @param {string | null} last */
  async function dated(shards, first, last) {
    const low = first === null ? -Infinity : ordinal(first);
    const high = last === null ? Infinity : ordinal(last);
    const runs = (await shards.days()).filter(([day]) => day >= low && day <= high);
    const count = runs.reduce((sum, [, , documents]) => sum + documents, 0);
    return stretch(runs.length ? runs[0][1] : 0, count);
  }

  /** Days since the day before 1 January of the year 1. @param {string} date in ISO 8601 */
  function ordinal(date) {
    const [year, month, day] = date.split("-").map(Number);
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    return Math.round(moment.getTime() / 86_400_000) + 719_163;
  }

  /**
   * The documents that have every form, at places that fit; the weakest form counts.
   * @param {ShardSet} shards @param {string[]} forms
   * @param {(places: number[][]) => boolean} fits @returns {Promise<Postings>}
   */
  async function together(shards, forms, fits) {
    const entries = await Promise.all(forms.map(async (form) => (await shards.entries(form, true))[0]));
    if (entries.some((entry) => entry === undefined)) {
      return nothing();
    }
    const lists = await Promise.all(entries.map((entry) => shards.postings(entry.own)));
    const common = intersection(lists.map(({ numbers }) => numbers));
    const places = await Promise.all(
      lists.map((list, word) => placesOf(shards, entries[word].own, list.blocks, common.map((indexes) => indexes[word]))),
    );
    const fitting = common.map((_, row) => row).filter((row) => fits(places.map((found) => found[row])));
    return {
      numbers: Uint32Array.from(fitting, (row) => lists[0].numbers[common[row][0]]),
      impacts: Uint8Array.from(fitting, (row) => Math.min(...lists.map((list, word) => list.impacts[common[row][word]]))),
    };
  }

  /** For each number in all lists the index at which it stands in each. @param {Uint32Array[]} lists @returns {number[][]} */
  function intersection(lists) {
    const at = lists.map(() => 0);
    /** @type {number[][]} */
    const rows = [];
    for (at[0] = 0; at[0] < lists[0].length; at[0] += 1) {
      const number = lists[0][at[0]];
      const everywhere = lists.every((list, word) => {
        while (at[word] < list.length && list[at[word]] < number) {
          at[word] += 1;
        }
        return list[at[word]] === number;
      });
      if (everywhere) {
        rows.push([...at]);
      }
    }
    return rows;
  }

  /**
   * The places of a form in the documents of the postings at `indexes` (ascending).
   * @param {ShardSet} shards @param {Place} place @param {ShardCursor} lengths @param {number[]} indexes
   */
  async function placesOf(shards, place, lengths, indexes) {
    const starts = blockStarts(shards, place, lengths);
    const wanted = [...new Set(indexes.map((index) => Math.floor(index / PLACES_BLOCK)))];
    const loaded = await Promise.all(wanted.map((block) => shards.bytes(starts[block].name)));
    /** @type {number[][]} */
    const found = [];
    let next = 0;
    wanted.forEach((block, order) => {
      const cursor = new ArchiveShards.Cursor(loaded[order], starts[block].offset);
      for (let index = block * PLACES_BLOCK; next < indexes.length && indexes[next] < (block + 1) * PLACES_BLOCK; index += 1) {
        const places = decodePlaces(cursor);
        if (index === indexes[next]) {
          found.push(places);
          next += 1;
        }
      }
    });
    return found;
  }

  /** Where each block of places begins. @param {ShardSet} shards @param {Place} place @param {ShardCursor} lengths */
  function blockStarts(shards, place, lengths) {
    const { names, shard, offset } = /** @type {Start} */ (place.places);
    if (!shards.hasBlocks(place)) {
      return [{ name: names[shard], offset }];
    }
    const starts = [];
    let current = shard;
    let at = offset;
    for (let left = Math.ceil(place.documents / PLACES_BLOCK); left > 0; left -= 1) {
      const length = lengths.varint();
      if (length % 2 === 1) {
        current += 1;
        at = 0;
      }
      starts.push({ name: names[current], offset: at });
      at += Math.floor(length / 2);
    }
    return starts;
  }

  /** The places of one posting, as archive/search/shard_runs.py encodes them. @param {ShardCursor} cursor */
  function decodePlaces(cursor) {
    let number = cursor.varint();
    let more = number % 2 === 1;
    let start = Math.floor(number / 2);
    let zone = start % 8;
    let latest = Math.floor(start / 8);
    const places = [zone * ZONE_WIDTH + latest];
    while (more) {
      number = cursor.varint();
      more = number % 2 === 1;
      start = Math.floor(number / 4);
      if (number % 4 >= 2) {
        zone = start % 8;
        latest = Math.floor(start / 8);
      } else {
        latest += start;
      }
      places.push(zone * ZONE_WIDTH + latest);
    }
    return places;
  }

  /** @param {number[][]} places @param {number[]} offsets @param {number | null} zone */
  function hasPhrase(places, offsets, zone) {
    const others = places.slice(1).map((found) => new Set(found));
    return inZoneOnly(places[0], zone).some((place) =>
      others.every((found, word) => found.has(place - offsets[0] + offsets[word + 1])),
    );
  }

  /** @param {number[][]} places @param {number} distance @param {number | null} zone */
  function hasWindow(places, distance, zone) {
    const merged = places
      .flatMap((found, word) => inZoneOnly(found, zone).map((place) => ({ place, word })))
      .sort((one, other) => one.place - other.place);
    const latest = new Map();
    return merged.some(({ place, word }) => {
      latest.set(word, place);
      return latest.size === places.length && place - Math.min(...latest.values()) <= distance;
    });
  }

  /** @param {number[]} places @param {number | null} zone */
  function inZoneOnly(places, zone) {
    return zone === null ? places : places.filter((place) => Math.floor(place / ZONE_WIDTH) === zone);
  }

  return { evaluate, stretch };
})();
