/**
 * Leaves of a lexicon, each a stretch of all terms with their lists and places, or where these are. Described in
 * archive/search/shard_leaves.py.
 */
"use strict";

/**
 * @typedef {InstanceType<typeof ArchiveTerms.Leaf>} LexiconLeaf
 * @typedef {InstanceType<typeof ArchiveTerms.Entry>} LexiconEntry
 * @typedef {{from: number, to: number, skip: number, table: () => Promise<PlaceTable>}} PlacePart the places of the
 *   postings from `from` up to `to`: they follow `skip` others in their table
 */

const ArchiveTerms = (function () {
  /** Ends the term of a family's record. */
  const RECORD = "\u0001";
  /** Begins the terms that are years and numbers of questions. */
  const FILTER = "#";

  /** @param {string} written in base 36 */
  function whole(written) {
    return Number.parseInt(written, 36);
  }

  /** A front-coded text. @param {string} written one digit and a rest @param {string} before */
  function unfolded(written, before) {
    return before.slice(0, whole(written[0])) + written.slice(1);
  }

  /** Front-coded texts, each on the one before. @param {string} written @returns {string[]} */
  function chain(written) {
    let latest = "";
    return written.split(";").map((one) => (latest = unfolded(one, latest)));
  }

  /** A shard of terms, in order. Entries are made of their text when they are asked for. */
  class Leaf {
    /** @param {ShardSet} shards @param {Uint8Array} bytes */
    constructor(shards, bytes) {
      const head = ArchiveLists.wide(bytes, 0);
      const text = new TextDecoder().decode(bytes.subarray(4, 4 + head));
      /** @type {[string[], string[], string, number[]]} */
      const [lists, places, entries, lengths] = JSON.parse(text);
      this.shards = shards;
      this.bytes = bytes;
      this.lists = lists;
      this.places = places;
      this.entries = entries ? entries.split("|") : [];
      /** Where each column begins: gaps, marks, counts, lows, highs, metas. */
      this.columns = [4 + head];
      for (const length of lengths) {
        this.columns.push(this.columns[this.columns.length - 1] + length);
      }
      ArchiveLists.checkEnd(bytes, this.columns[6]);
      let term = "";
      this.terms = this.entries.map((entry) => {
        const end = entry.indexOf(" ");
        term = term.slice(0, whole(entry[0])) + entry.slice(1, end);
        return term;
      });
      /** @type {Uint32Array[] | null} */
      this.starts = null;
    }

    /** @param {number} index */
    entry(index) {
      return new Entry(this, index);
    }

    /** The index of the first term that is not before `term`. @param {string} term */
    indexOf(term) {
      let low = 0;
      let high = this.terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.terms[middle] < term) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    /** @param {string} term @returns {LexiconEntry | null} */
    find(term) {
      const index = this.indexOf(term);
      return this.terms[index] === term ? this.entry(index) : null;
    }

    /** The entries of the forms that begin with `start`. @param {string} start @returns {LexiconEntry[]} */
    beginning(start) {
      const found = [];
      for (let index = this.indexOf(start); index < this.terms.length && this.terms[index].startsWith(start); index += 1) {
        if (!this.terms[index].endsWith(RECORD) && !this.terms[index].startsWith(FILTER)) {
          found.push(this.entry(index));
        }
      }
      return found;
    }

    /** Where in each column what stands in this leaf itself begins, by entry. */
    inlineStarts() {
      if (!this.starts) {
        const { bytes, columns } = this;
        const starts = columns.map(() => new Uint32Array(this.entries.length));
        const at = columns.slice(0, 6);
        this.entries.forEach((entry, index) => {
          at.forEach((place, column) => {
            starts[column][index] = place;
          });
          const [, documents, positions] = entry.split(" ", 3);
          const count = whole(documents);
          if (!entry.includes(" @")) {
            at[0] = ArchiveLists.afterVarints(bytes, at[0], count);
            at[1] = ArchiveLists.afterMarks(bytes, at[1], count);
          }
          if (!entry.includes(" *") && /^\w/.test(positions ?? "")) {
            const all = whole(positions);
            at[2] = ArchiveLists.afterVarints(bytes, at[2], count);
            at[3] += all;
            at[4] = ArchiveLists.afterVarints(bytes, at[4], all);
            at[5] += all;
          }
        });
        this.starts = starts;
      }
      return this.starts;
    }
  }

  /** What a leaf says of one term. */
  class Entry {
    /** @param {LexiconLeaf} leaf @param {number} index */
    constructor(leaf, index) {
      this.leaf = leaf;
      this.index = index;
      this.term = leaf.terms[index];
      const [, documents, ...fields] = leaf.entries[index].split(" ");
      this.documents = whole(documents);
      this.fields = new Map(fields.map((field) => [field[0], field.slice(1)]));
    }

    /** The key of the form's family where that has a record; else null. */
    get key() {
      const written = this.fields.get("~");
      return written === undefined ? null : unfolded(written, this.term);
    }

    /** Of a family's record: its own forms. @returns {string[]} */
    get own() {
      const key = this.term.slice(0, -RECORD.length);
      const written = this.fields.get(":");
      return written ? written.split(";").map((one) => unfolded(one, key)) : [];
    }

    /** Of a family's record: the forms that stand for it as compounds, abbreviations or long forms. */
    get inside() {
      return this.chain("+");
    }

    /** Of a record in the second segment: forms that are inside only now, but have a list in the first segment. */
    get sought() {
      return this.chain("-");
    }

    /** Of a form in the second segment: whether no document has it any more, whatever the first says. */
    get isGone() {
      return this.fields.has("!");
    }

    /** @param {string} tag */
    chain(tag) {
      const written = this.fields.get(tag);
      return written ? chain(written) : [];
    }

    /** Whether its list stands in this leaf. */
    get isInline() {
      return !this.fields.has("@");
    }

    /** Where its list is: a shard, and the places of its gaps and marks there. */
    get pointer() {
      return (this.fields.get("@") ?? "").split(".").map(whole);
    }

    /** Begins to load its list, if that is elsewhere. */
    expect() {
      if (!this.isInline) {
        this.leaf.shards.bytes(this.leaf.lists[this.pointer[0]]).catch(() => undefined); // who needs it asks again
      }
    }

    /** Its documents, by their number in the segment. @returns {Promise<Postings>} */
    async postings() {
      const { leaf, index, documents } = this;
      if (this.isInline) {
        const [gaps, marks] = leaf.inlineStarts();
        return ArchiveLists.postings(leaf.bytes, gaps[index], marks[index], documents);
      }
      const [shard, gapsAt, marksAt] = this.pointer;
      const bytes = await leaf.shards.bytes(leaf.lists[shard]);
      const marks = 4 + ArchiveLists.wide(bytes, 0);
      return ArchiveLists.postings(bytes, 4 + gapsAt, marks + marksAt, documents);
    }

    /** Where its places are. @returns {PlacePart[]} */
    placeParts() {
      const pointer = this.fields.get("*");
      if (pointer === undefined) {
        return [{ from: 0, to: this.documents, skip: 0, table: async () => this.inlinePlaces() }];
      }
      const { shards, places } = this.leaf;
      const [first, skip, ...counts] = pointer.split(".").map(whole);
      let to = 0;
      return counts.map((count, part) => {
        const from = to;
        to += count;
        const table = () => shards.once(places[first + part], ArchiveLists.placeShard);
        return { from, to, skip: part === 0 ? skip : 0, table };
      });
    }

    inlinePlaces() {
      const { leaf, index } = this;
      const [, , counts, lows, highs, metas] = leaf.inlineStarts().map((starts) => starts[index]);
      return ArchiveLists.places({ bytes: leaf.bytes, counts, lows, highs, metas }, this.documents);
    }
  }

  return { RECORD, FILTER, Leaf, Entry };
})();
