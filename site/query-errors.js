/** The error of the query language: what is wrong, where, and the query put right where that can be told. */
"use strict";

const ArchiveQueryErrors = (function () {
  /**
   * A query that cannot be understood. `code` names the reason; `position` and `end` count code points and are equal
   * where something is lacking; `mend` works out `mended`, which nobody needs but who shows the error.
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
      /** @type {() => string} */
      this.mend = () => "";
    }

    /** The query put right; "" where nobody can tell how, and in pages without query-mending.js. */
    get mended() {
      return this.mend();
    }
  }

  return { QueryError };
})();
