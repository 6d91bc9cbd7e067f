/**
 * The forms of a segment by their ends, with their lists where these are short. Described in
 * archive/search/shard_endings.py.
 */
"use strict";

/**
 * @typedef {InstanceType<typeof ArchiveEndings.EndingShard>} EndingShard
 * @typedef {{term: string, isGone: boolean, expect: () => void, postings: () => Promise<Postings>}} FormEntry a form
 *   as a leaf, or a shard of endings, tells of it
 * @typedef {FormEntry & {isElsewhere: boolean}} EndingEntry isElsewhere: its leaf must be asked for its list
 */

const ArchiveEndings = (function () {
  /** What stands in the place of a number of documents. */
  const ELSEWHERE = 0;
  const GONE = 255;

  /** @param {string} text */
  function backwards(text) {
    return Array.from(text).reverse().join("");
  }

  /** Whether forms with this end are in no shard of endings. @param {string} end */
  function isUnlisted(end) {
    return /[0-9]$/.test(end);
  }

  /** Forms that are neighbours by their ends. */
  class EndingShard {
    /** @param {Uint8Array} bytes */
    constructor(bytes) {
      const [forms, texts, gaps] = [0, 4, 8].map((at) => ArchiveLists.wide(bytes, at));
      const shared = 12 + texts;
      this.bytes = bytes;
      this.texts = new TextDecoder().decode(bytes.subarray(12, shared)).split("|");
      this.shared = bytes.subarray(shared, shared + forms);
      this.documents = bytes.subarray(shared + forms, shared + 2 * forms);
      /** Where gaps and marks begin. */
      this.columns = [shared + 2 * forms, shared + 2 * forms + gaps];
      ArchiveLists.checkEnd(bytes, this.columns[1]);
    }

    /** The forms that, written backwards, begin with `start`. @param {string} start @returns {EndingEntry[]} */
    beginning(start) {
      const { bytes } = this;
      let [gaps, marks] = this.columns;
      let form = "";
      /** @type {EndingEntry[]} */
      const found = [];
      for (const [index, text] of this.texts.entries()) {
        form = form.slice(0, this.shared[index]) + text;
        const said = this.documents[index];
        const documents = said === GONE ? 0 : said;
        if (form.startsWith(start)) {
          const [gapsAt, marksAt] = [gaps, marks];
          found.push({
            term: backwards(form),
            isGone: said === GONE,
            isElsewhere: said === ELSEWHERE,
            expect: () => undefined,
            postings: async () => ArchiveLists.postings(bytes, gapsAt, marksAt, documents),
          });
        }
        gaps = ArchiveLists.afterVarints(bytes, gaps, documents);
        marks = ArchiveLists.afterMarks(bytes, marks, documents);
      }
      return found;
    }
  }

  return { EndingShard, backwards, isUnlisted };
})();
