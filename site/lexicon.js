/**
 * The lexicon of a segment: leaves, each a stretch of all terms with their lists and places, or where these are.
 * Described in archive/search/shard_leaves.py.
 */
"use strict";

/**
 * @typedef {InstanceType<typeof ArchiveLexicon.Entry>} LexiconEntry
 * @typedef {InstanceType<typeof ArchiveLexicon.Lexicon>} SegmentLexicon
 * @typedef {{from: number, to: number, skip: number, table: () => Promise<PlaceTable>}} PlacePart the places of the
 *   postings from `from` up to `to`: they follow `skip` others in their table
 */

const ArchiveLexicon = (function () {
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
      return this.terms[index] === term ? new Entry(this, index) : null;
    }

    /** The entries of the forms that begin with `start`. @param {string} start @returns {LexiconEntry[]} */
    beginning(start) {
      const found = [];
      for (let index = this.indexOf(start); index < this.terms.length && this.terms[index].startsWith(start); index += 1) {
        if (!this.terms[index].endsWith(RECORD) && !this.terms[index].startsWith(FILTER)) {
          found.push(new Entry(this, index));
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
          if (entry.includes(" @")) {
            return;
          }
          const [, documents, positions] = entry.split(" ", 3);
          const count = whole(documents);
          at[0] = ArchiveLists.afterVarints(bytes, at[0], count);
          at[1] = ArchiveLists.afterMarks(bytes, at[1], count);
          if (/^\w/.test(positions ?? "")) {
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
    /** @param {Leaf} leaf @param {number} index */
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
      return (this.fields.get(":") ?? "0").split(";").map((written) => unfolded(written, key));
    }

    /** Of a family's record: the forms that stand for it as compounds, abbreviations or long forms. */
    get inside() {
      return this.chain("+");
    }

    /** Of a record in the second segment: inside forms whose lists of the first have to be looked up. */
    get sought() {
      return this.chain("-");
    }

    /** Of a record in the second segment: whether the inside list of the first is void. */
    get voids() {
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

    /** Its documents, by their number in the segment. @returns {Promise<Postings>} */
    async postings() {
      const { leaf, index, documents } = this;
      const pointer = this.fields.get("@");
      if (pointer === undefined) {
        const [gaps, marks] = leaf.inlineStarts();
        return ArchiveLists.postings(leaf.bytes, gaps[index], marks[index], documents);
      }
      const [shard, gapsAt, marksAt] = pointer.split(".").map(whole);
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

  /**
   * The names of the shards in a directory that may hold `start` or, without `exact`, terms that begin with it.
   * @param {[string, string][]} directory first term and name, in order @param {string} start @param {boolean} exact
   */
  function candidates(directory, start, exact) {
    return directory
      .filter(([first], index) => {
        const next = directory[index + 1];
        return (first <= start || (!exact && first.startsWith(start))) && (!next || next[0] > start);
      })
      .map(([, name]) => name);
  }

  /** All terms of a segment; loads the leaves that it needs. */
  class Lexicon {
    /** @param {ShardSet} shards @param {[string, string][]} directory first term and name of leaves or directories */
    constructor(shards, directory) {
      this.shards = shards;
      this.directory = directory;
    }

    /** @param {string} term @returns {Promise<LexiconEntry | null>} */
    async find(term) {
      const [name] = await this.names(term, true);
      return name === undefined ? null : (await this.leaf(name)).find(term);
    }

    /** The entry of a term if that needs nothing to be loaded; else null. @param {string} term */
    async findLoaded(term) {
      let [name] = candidates(this.directory, term, true);
      if (name?.startsWith("d") && this.shards.decoded.has(name)) {
        [name] = candidates(await this.shards.json(name), term, true);
      }
      return this.shards.decoded.has(name) ? this.find(term) : null;
    }

    /** The entries of all forms that begin with `start`, in order. @param {string} start @returns {Promise<LexiconEntry[]>} */
    async beginning(start) {
      const leaves = await Promise.all((await this.names(start, false)).map((name) => this.leaf(name)));
      return leaves.flatMap((leaf) => leaf.beginning(start));
    }

    /** The entries of all forms that end with `end`: every leaf must be looked through. @param {string} end */
    async ending(end) {
      /** @type {LexiconEntry[]} */
      const found = [];
      for (const name of await this.names("", false)) {
        this.leaf(name).catch(() => undefined); // all at once; the loop below tells of what fails
      }
      for (const name of await this.names("", false)) {
        const leaf = await this.leaf(name);
        leaf.terms.forEach((term, index) => {
          if (term.endsWith(end) && !term.startsWith(FILTER)) {
            found.push(new Entry(leaf, index));
          }
        });
        await ArchivePace.breathe();
      }
      return found;
    }

    /** @param {string} name @returns {Promise<Leaf>} */
    leaf(name) {
      return this.shards.once(name, (bytes) => new Leaf(this.shards, bytes));
    }

    /** The names of the leaves to look in. @param {string} start @param {boolean} exact @returns {Promise<string[]>} */
    async names(start, exact) {
      const listed = candidates(this.directory, start, exact).map(async (name) =>
        name.startsWith("d") ? candidates(await this.shards.json(name), start, exact) : [name],
      );
      return (await Promise.all(listed)).flat();
    }
  }

  return { RECORD, Entry, Lexicon };
})();
