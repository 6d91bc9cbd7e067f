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
    /**
     * @param {ShardSet} shards @param {[string, string][]} directory first term and name of leaves or directories
     * @param {[string, string][]} endings the same of shards of endings
     */
    constructor(shards, directory, endings) {
      this.shards = shards;
      this.directory = directory;
      this.endings = endings;
    }

    /** @param {string} term @returns {Promise<LexiconEntry | null>} */
    async find(term) {
      const [name] = await this.names(this.directory, term, true);
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
      const leaves = await Promise.all((await this.names(this.directory, start, false)).map((name) => this.leaf(name)));
      return leaves.flatMap((leaf) => leaf.beginning(start));
    }

    /** The entries of all forms that end with `end`, in order. @param {string} end @returns {Promise<FormEntry[]>} */
    async ending(end) {
      if (ArchiveEndings.isUnlisted(end)) {
        return this.endingAnywhere(end);
      }
      const start = ArchiveEndings.backwards(end);
      const shards = (await this.names(this.endings, start, false)).map((name) =>
        this.shards.once(name, (bytes) => new ArchiveEndings.EndingShard(bytes)),
      );
      const found = (await Promise.all(shards)).flatMap((shard) => shard.beginning(start));
      const entries = await Promise.all(found.map((entry) => (entry.isElsewhere ? this.find(entry.term) : entry)));
      return entries.flatMap((entry) => entry ?? []).sort((one, other) => (one.term < other.term ? -1 : 1));
    }

    /** The same, where every leaf must be looked through. @param {string} end */
    async endingAnywhere(end) {
      /** @type {LexiconEntry[]} */
      const found = [];
      const names = await this.names(this.directory, "", false);
      for (const name of names) {
        this.leaf(name).catch(() => undefined); // all at once; the loop below tells of what fails
      }
      for (const name of names) {
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

    /** The names of the shards to look in. @param {[string, string][]} directory @param {string} start @param {boolean} exact @returns {Promise<string[]>} */
    async names(directory, start, exact) {
      const listed = candidates(directory, start, exact).map(async (name) =>
        name.startsWith("d") ? candidates(await this.shards.json(name), start, exact) : [name],
      );
      return (await Promise.all(listed)).flat();
    }
  }

  return { Lexicon };
})();
