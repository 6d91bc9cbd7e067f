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
  const ELSEWHERE = " -";
  const GONE = " !";

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
      const head = 4 + ArchiveLists.wide(bytes, 0);
      /** @type {[string, number]} */
      const [entries, gaps] = JSON.parse(new TextDecoder().decode(bytes.subarray(4, head)));
      this.bytes = bytes;
      this.entries = entries.split("|");
      this.columns = [head, head + gaps];
      ArchiveLists.checkEnd(bytes, head + gaps);
    }

    /** The forms that, written backwards, begin with `start`. @param {string} start @returns {EndingEntry[]} */
    beginning(start) {
      const { bytes } = this;
      let [gaps, marks] = this.columns;
      let form = "";
      /** @type {EndingEntry[]} */
      const found = [];
      for (const entry of this.entries) {
        const [written] = entry.split(" ", 1);
        const field = entry.slice(written.length);
        form = form.slice(0, Number.parseInt(written[0], 36)) + written.slice(1);
        const documents = field === ELSEWHERE || field === GONE ? 0 : Number.parseInt(field || "1", 36);
        if (form.startsWith(start)) {
          const [gapsAt, marksAt] = [gaps, marks];
          found.push({
            term: backwards(form),
            isGone: field === GONE,
            isElsewhere: field === ELSEWHERE,
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
