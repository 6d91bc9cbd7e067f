/** The whole result as a file for a spreadsheet or a reference manager, or as a link. */
"use strict";

const ArchiveSearchExport = (function () {
  const { message, valueName, pause } = ArchiveSearchView;
  const BATCH = 500;
  const LONGEST_NAME = 80;
  /** What makes a spreadsheet run a cell, as in archive/export/table_csv.py: behind blanks and characters without a form. */
  const RUNS = /^(?:[\p{C}\p{Z}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
  /** What stands between words, and what some program takes for the end of a line, as in archive/text/citation.py. */
  const BREAKS = /[\p{C}\p{Z}]+/gu;
  const BYTE_ORDER_MARK = "\ufeff";
  const LINE_END = "\r\n";

  /**
   * All hits of a state, in its order, in batches: each is read while the page stays free.
   * @param {SearchState} state @param {(done: number, total: number) => boolean} goOn is told how far it is and says whether to
   * @returns {Promise<Hit[] | null>} null when stopped
   */
  async function allHits({ query, sort, filters }, goOn) {
    /** @type {Hit[]} */
    const found = [];
    for (;;) {
      const part = await Vraagarchief.search(query, { limit: BATCH, offset: found.length, sort, filters, facets: false });
      found.push(...part.hits);
      if (!goOn(found.length, part.total)) {
        return null;
      }
      if (part.hits.length < BATCH) {
        return found;
      }
      await pause();
    }
  }

  /**
   * Hits as CSV for a spreadsheet: semicolons and a byte order mark for the double click in Belgium and the
   * Netherlands, lines and quotation marks after RFC 4180, and no cell that a spreadsheet would run.
   * @param {Hit[]} hits @param {string} base address of the site, with a slash at the end
   */
  function csvText(hits, base) {
    const head = ["id", "kind", "number", "parliamentary_year", "date", "title", "asker", "minister", "address"];
    const rows = hits.map((hit) => [
      hit.id,
      valueName("kind", hit.kind),
      hit.number === null ? "" : String(hit.number),
      hit.parliamentary_year ?? "",
      hit.date ?? "",
      hit.title,
      hit.asker ?? "",
      hit.minister ?? "",
      new URL(hit.url, base).href,
    ]);
    const lines = [head.map((name) => message(`csv_${name}`)), ...rows].map((row) => row.map(cell).join(";"));
    return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join("");
  }

  /** @param {string} text */
  function cell(text) {
    const harmless = RUNS.test(text) ? `'${text}` : text;
    return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  }

  /**
   * Hits as RIS (Research Information Systems), which Zotero, EndNote and Mendeley read: government documents.
   * @param {Hit[]} hits @param {string} base address of the site, with a slash at the end
   */
  function risText(hits, base) {
    return hits.map((hit) => risEntry(hit, base)).join("");
  }

  /** @param {Hit} hit @param {string} base */
  function risEntry(hit, base) {
    /** @type {[string, string | number | null][]} */
    const fields = [
      ["TY", "GOVDOC"],
      ["ID", hit.id],
      ["TI", hit.title],
      ["AU", hit.asker],
      ["A2", hit.minister],
      ["PY", hit.date ? hit.date.slice(0, 4) : null],
      ["DA", hit.date ? `${hit.date.replaceAll("-", "/")}/` : null],
      ["M1", hit.number],
      ["UR", new URL(hit.url, base).href],
    ];
    const lines = fields
      .filter(([, value]) => value !== null && value !== "")
      .map(([tag, value]) => `${tag}  - ${String(value).replace(BREAKS, " ").trim()}`);
    return [...lines, "ER  - ", "", ""].join(LINE_END);
  }

  /** A name for a file, made of the query. @param {string} query @param {string} suffix */
  function fileName(query, suffix) {
    const words = query.split(/[^\p{L}\p{N}]+/u).map((word) => ArchiveTokens.fold(word).replace(/[^a-z0-9]/g, ""));
    return `${["vraagarchief", ...words].filter(Boolean).join("-").slice(0, LONGEST_NAME)}.${suffix}`;
  }

  /** Hands a file to the reader; it never leaves the browser. @param {string} name @param {string} text @param {string} type */
  function download(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  return { allHits, csvText, risText, fileName, download };
})();
