/** The error of the query language: what is wrong, where, and the query put right where that can be told. */
"use strict";

const ArchiveQueryErrors = (function () {
  /**
   * A query that cannot be understood. `code` names the reason; `position` and `end` count code points and are equal
   * where something is lacking; `mended` is the query put right, "" where nobody can tell how.
   */
  class QueryError extends Error {
    /**
     * @param {string} code @param {number} position @param {number} end
     * @param {{value?: string, near?: string}} [values] that fill the texts of the error
     */
    constructor(code, position, end, values = {}) {
      super(`${code} at character ${position + 1}`);
      this.name = "QueryError";
      this.code = code;
      this.position = position;
      this.end = end;
      this.values = values;
      this.mended = "";
    }
  }

  return { QueryError };
})();
