/** The lexicon of a segment: finds the leaves that a query needs, by way of directories, and the terms in them. */
"use strict";

const ArchiveLexicon = (function () {
  const { FILTER, Leaf } = ArchiveTerms;

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
            found.push(leaf.entry(index));
          }
        });
        await ArchivePace.breathe();
      }
      return found;
    }

    /** @param {string} name @returns {Promise<LexiconLeaf>} */
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

  return { Lexicon };
})();
