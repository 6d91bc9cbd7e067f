/**
 * Words, prefixes and endings: the documents of several forms together. The same meaning as in
 * archive/search/whoosh_leaves.py.
 */
"use strict";

/**
 * @typedef {{how: string, forms: string[], zones: string[]}} Evidence what a leaf found in a document
 * @typedef {{numbers: Int32Array, impacts: Int32Array, evidence: (number: number) => Promise<Evidence | null>}} Found
 *   what a leaf matches, ascending
 * @typedef {Postings & {form: string, own: boolean}} FormList the documents of a form, or of all that stand for a
 *   word as compounds and abbreviations
 * @typedef {{own: string[], records: (LexiconEntry | null)[]}} Family
 */

const ArchiveWords = (function () {
  const { LEVELS, TYPED_WORTH, OWN_WORTH, INSIDE_WORTH, impact, zoneNames } = ArchiveScoring;
  const MOST_FORMS = 20;
  const LONG_FORM = "_";

  /** The entries of a form by segment: none where no document has it any more. @param {Archive} archive @param {string} form */
  async function entriesOf({ segments }, form) {
    const entries = await Promise.all(segments.map(({ lexicon }) => lexicon.find(form)));
    return entries.some((entry) => entry?.isGone) ? entries.map(() => null) : entries;
  }

  /** What stands for a word; null for a form that no document has. @param {Archive} archive @param {string} form @returns {Promise<Family | null>} */
  async function family(archive, form) {
    const entries = await entriesOf(archive, form);
    if (entries.every((entry) => entry === null)) {
      return null;
    }
    // What was added later knows more.
    const key = [...entries].reverse().find((entry) => entry?.key)?.key;
    const term = key + ArchiveTerms.RECORD;
    const records = key ? await Promise.all(archive.segments.map(({ lexicon }) => lexicon.find(term))) : [];
    return { own: [...new Set([form, ...records.flatMap((record) => record?.own ?? [])])], records };
  }

  /** The lists of a family in all segments. @param {Archive} archive @param {Family} family @returns {Promise<FormList[]>} */
  async function familyLists(archive, { own, records }) {
    const { segments } = archive;
    const lists = own.map(async (form) => entryLists(segments, await entriesOf(archive, form), form, true));
    records.forEach((record, order) => {
      lists.push(entryLists([segments[order]], record && record.documents > 0 ? [record] : [], "", false));
      // What belongs to it only now, and stood in documents before.
      lists.push(
        ...(record?.sought ?? []).map(async (form) =>
          entryLists(segments, [await segments[0].lexicon.find(form)], form, false),
        ),
      );
    });
    return (await Promise.all(lists)).flat();
  }

  /** The lists of entries, each of which is of the segment at its place. @param {ShardSegment[]} segments @param {(LexiconEntry | null)[]} entries @param {string} form @param {boolean} own @returns {Promise<FormList[]>} */
  async function entryLists(segments, entries, form, own) {
    const lists = entries.map(async (entry, order) =>
      entry ? [{ ...(await segments[order].known(await entry.postings())), form, own }] : [],
    );
    return (await Promise.all(lists)).flat();
  }

  /** A word, its inflections and what contains or abbreviates it. @param {Archive} archive @param {string} form @param {number} bits zones, of which any will do @returns {Promise<Found>} */
  async function word(archive, form, bits) {
    const found = await family(archive, form);
    const lists = found ? await familyLists(archive, found) : [];
    await ArchivePace.breathe();
    const { own, inside, zones } = added(lists, form, archive.documents);
    /** @type {ReturnType<typeof insideLists> | null} */
    let parts = null;
    return {
      ...kept(archive.documents, (number) =>
        (zones[number] & bits) === 0 ? 0 : impact(own[number] || INSIDE_WORTH * LEVELS[inside[number] - 1]),
      ),
      evidence: async (number) => {
        const whole = evidenceOf("form", lists.filter((list) => list.own), number);
        if (whole) {
          return { ...whole, how: whole.forms.includes(form) ? "form" : "inflection" };
        }
        parts ??= insideLists(archive, insideForms(found));
        return partEvidence(form, evidenceOf("compound", lists, number), await parts, number);
      },
    };
  }

  /** Several lists as one: per document the strength of its own forms, the highest level inside of others + 1, and its zones. @param {FormList[]} lists @param {string} typed @param {number} documents */
  function added(lists, typed, documents) {
    const own = new Int32Array(documents);
    const inside = new Uint8Array(documents);
    const zones = new Uint8Array(documents);
    for (const list of lists) {
      const { numbers, levels, masks } = list;
      const worth = list.form === typed ? TYPED_WORTH : OWN_WORTH;
      for (let index = 0; index < numbers.length; index += 1) {
        const number = numbers[index];
        zones[number] |= masks[index];
        if (list.own) {
          own[number] += worth * LEVELS[levels[index]];
        } else if (inside[number] <= levels[index]) {
          inside[number] = levels[index] + 1;
        }
      }
    }
    return { own, inside, zones };
  }

  /** The documents with an impact, which is 0 for others. @param {number} documents @param {(number: number) => number} impactOf */
  function kept(documents, impactOf) {
    const numbers = new Int32Array(documents);
    const impacts = new Int32Array(documents);
    let count = 0;
    for (let number = 0; number < documents; number += 1) {
      const found = impactOf(number);
      if (found > 0) {
        numbers[count] = number;
        impacts[count] = found;
        count += 1;
      }
    }
    return { numbers: numbers.slice(0, count), impacts: impacts.slice(0, count) };
  }

  /**
   * The documents that have one of several forms; the strongest of them counts.
   * @param {Archive} archive @param {(segment: ShardSegment) => Promise<FormEntry[]>} formsOf @param {number} bits
   * @param {string} how what to call it in evidence @returns {Promise<Found>}
   */
  async function anyForm(archive, formsOf, bits, how) {
    const highest = new Uint8Array(archive.documents);
    const found = await Promise.all(archive.segments.map(formsOf));
    const gone = new Set(found.flat().flatMap((entry) => (entry.isGone ? [entry.term] : [])));
    const live = found.map((entries) => entries.filter(({ term }) => !gone.has(term)));
    const lists = await Promise.all(archive.segments.map((segment, order) => segmentLists(segment, live[order])));
    for (const { numbers, levels, masks } of lists.flat()) {
      for (let index = 0; index < numbers.length; index += 1) {
        if ((masks[index] & bits) !== 0 && highest[numbers[index]] <= levels[index]) {
          highest[numbers[index]] = levels[index] + 1;
        }
      }
    }
    return {
      ...kept(archive.documents, (number) => (highest[number] === 0 ? 0 : impact(TYPED_WORTH * LEVELS[highest[number] - 1]))),
      evidence: async (number) => evidenceOf(how, lists.flat(), number),
    };
  }

  /** @param {ShardSegment} segment @param {FormEntry[]} entries */
  async function segmentLists(segment, entries) {
    // Those that must be loaded are asked for at once, before the others are read one by one.
    for (const entry of entries) {
      entry.expect();
    }
    /** @type {FormList[]} */
    const lists = [];
    for (const entry of entries) {
      const found = await segment.known(await entry.postings());
      lists.push({ ...found, form: entry.term, own: true });
      await ArchivePace.breathe();
    }
    return lists;
  }

  /** Every form that begins with `start`. @param {Archive} archive @param {string} start @param {number} bits @returns {Promise<Found>} */
  function prefix(archive, start, bits) {
    return anyForm(archive, ({ lexicon }) => lexicon.beginning(start), bits, "prefix");
  }

  /** Every form that ends with `end`. @param {Archive} archive @param {string} end @param {number} bits @returns {Promise<Found>} */
  function ending(archive, end, bits) {
    return anyForm(archive, ({ lexicon }) => lexicon.ending(end), bits, "ending");
  }

  /** One very form. @param {Archive} archive @param {string} form @param {number} bits @returns {Promise<Found>} */
  function exactForm(archive, form, bits) {
    const formsOf = async (/** @type {ShardSegment} */ { lexicon }) => {
      const entry = await lexicon.find(form);
      return entry ? [entry] : [];
    };
    return anyForm(archive, formsOf, bits, "phrase");
  }

  /** Which of the lists have a document, and its zones there. @param {string} how @param {FormList[]} lists @param {number} number @returns {Evidence | null} */
  function evidenceOf(how, lists, number) {
    let mask = 0;
    const forms = new Set();
    for (const { numbers, masks, form } of lists) {
      const index = indexOf(numbers, number);
      if (index >= 0) {
        mask |= masks[index];
        forms.add(form);
      }
    }
    return mask === 0 ? null : { how, forms: [...forms].slice(0, MOST_FORMS), zones: zoneNames(mask) };
  }

  /**
   * Those inside forms of which it is known without loading more where they stand, and the others.
   * @param {Archive} archive @param {string[]} forms
   */
  async function insideLists({ segments }, forms) {
    /** @type {FormList[]} */
    const lists = [];
    /** @type {string[]} */
    const unknown = [];
    for (const form of forms) {
      const entries = await Promise.all(segments.map(({ lexicon }) => lexicon.findLoaded(form)));
      for (const [order, entry] of entries.entries()) {
        if (entry?.isInline) {
          lists.push({ ...(await segments[order].known(await entry.postings())), form, own: false });
        } else {
          unknown.push(form);
        }
      }
      await ArchivePace.breathe();
    }
    return { lists, unknown: [...new Set(unknown)] };
  }

  /**
   * How a document was found that has none of a word's own forms: by those inside forms that it has or, where this
   * is not known, may have.
   * @param {string} form @param {Evidence | null} found @param {Awaited<ReturnType<typeof insideLists>>} parts
   * @param {number} number @returns {Evidence | null}
   */
  function partEvidence(form, found, { lists, unknown }, number) {
    const forms = evidenceOf("compound", lists, number)?.forms ?? unknown;
    const abbreviated = form.includes(LONG_FORM) || forms.every((one) => one.includes(LONG_FORM));
    return found && { ...found, how: abbreviated ? "abbreviation" : "compound", forms: forms.slice(0, MOST_FORMS) };
  }

  /** The forms that stand for a word as compounds, abbreviations or long forms. @param {Family | null} family */
  function insideForms(family) {
    const inside = (family?.records ?? []).flatMap((record) => (record ? [...record.inside, ...record.sought] : []));
    return [...new Set(inside)];
  }

  /** In how many documents a form stands. @param {Archive} archive @param {string} form */
  async function documentsOf(archive, form) {
    const lists = await entryLists(archive.segments, await entriesOf(archive, form), form, true);
    return lists.reduce((sum, { numbers }) => sum + numbers.length, 0);
  }

  /** The forms that stand for a word: its own family's, and those inside of which it is. @param {Archive} archive @param {string} form @returns {Promise<string[]>} */
  async function relatives(archive, form) {
    const found = await family(archive, form);
    return found ? [...new Set([...found.own, ...insideForms(found)])] : [];
  }

  /** Where `number` stands in an ascending list, or -1. @param {Int32Array} numbers @param {number} number */
  function indexOf(numbers, number) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return numbers[low] === number ? low : -1;
  }

  return { word, prefix, ending, exactForm, documentsOf, relatives };
})();
