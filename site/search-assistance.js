/**
 * Vraagarchief.corrections(query) and Vraagarchief.completions(text, caret): what helps to write a query. Needs
 * search.js, spelling.js, complete.js and suggest.js before it; pages that only search do without.
 */
"use strict";

Object.assign(Vraagarchief, {
  /** Up to three corrected queries, the best first. @param {string} query @param {string} [base] as in SearchOptions */
  async corrections(query, base) {
    const shards = Vraagarchief.shardsOf(base);
    const archive = await ArchiveSegments.archiveOf(shards);
    return ArchiveSuggest.corrections(shards, query, (form) => ArchiveWords.documentsOf(archive, form));
  },

  /**
   * How the word before the caret may go on. @param {string} text @param {number} caret @param {string} [base]
   * @param {string} [language] of the field names that are put in: nl, en or fr
   */
  async completions(text, caret, base, language) {
    return ArchiveSuggest.completions(Vraagarchief.shardsOf(base), text, caret, language);
  },
});
