/**
 * Tables in the reader's hands: sorts them by a column, and copies them as rows that a spreadsheet takes. Without this
 * script a table stands as it was printed.
 */
"use strict";

(function () {
  const FEWEST_ROWS = 3;
  const TOLD_MS = 4000;

  // In a frame the page only hands over its text.
  if (window.parent !== window) {
    return;
  }
  const found = document.getElementById("table-status");
  if (!found) {
    return;
  }
  const status = found;
  let clearing = 0;

  for (const table of document.querySelectorAll(".scroll > table")) {
    if (table instanceof HTMLTableElement) {
      makeSortable(table);
    }
  }
  for (const button of document.querySelectorAll(".copy-table")) {
    if (button instanceof HTMLButtonElement) {
      const table = button.closest("figure, .chart-data")?.querySelector("table");
      button.addEventListener("click", () => table && copy(table));
      button.hidden = false;
    }
  }

  /** The row of heads that belong to one column each; null where there is none. @param {HTMLTableElement} table */
  function headsOf(table) {
    const row = Array.from(table.tHead?.rows ?? []).at(-1);
    const body = table.tBodies[0];
    const alone = table.tBodies.length === 1 && body && body.rows.length >= FEWEST_ROWS;
    if (!row || !alone || table.querySelector("[rowspan], [colspan]:not([colspan='1'])")) {
      return null;
    }
    return row;
  }

  /** @param {HTMLTableElement} table */
  function makeSortable(table) {
    const heads = headsOf(table);
    const body = table.tBodies[0];
    if (!heads || !body) {
      return;
    }
    const printed = Array.from(body.rows);
    for (const head of heads.querySelectorAll("th")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const direction = next(head);
        sort(body, printed, head.cellIndex, direction);
        mark(heads, head, direction);
      });
      head.append(button);
    }
  }

  /** The order that comes after the one that a head shows: 0 is the printed one. @param {HTMLElement} head @returns {1 | -1 | 0} */
  function next(head) {
    const now = head.getAttribute("aria-sort");
    // Of figures the largest are sought, of words the first.
    const first = head.classList.contains("figure") ? "descending" : "ascending";
    if (!now) {
      return first === "ascending" ? 1 : -1;
    }
    if (now !== first) {
      return 0;
    }
    return now === "ascending" ? -1 : 1;
  }

  /** @param {HTMLElement} body @param {HTMLTableRowElement[]} printed @param {number} column @param {1 | -1 | 0} direction */
  function sort(body, printed, column, direction) {
    if (!direction) {
      body.append(...printed);
      return;
    }
    const text = (/** @type {HTMLTableRowElement} */ row) => valueOf(row.cells[column]);
    const isTotal = (/** @type {HTMLTableRowElement} */ row) =>
      row.classList.contains("total") || ArchiveTableValues.namesTotal(textOf(row.cells[0]));
    const rows = printed.filter((row) => !isTotal(row));
    rows.sort((one, other) => ArchiveTableValues.compare(text(one), text(other), direction));
    body.append(...rows, ...printed.filter(isTotal));
  }

  /** @param {HTMLTableRowElement} heads @param {HTMLElement} sorted @param {1 | -1 | 0} direction */
  function mark(heads, sorted, direction) {
    for (const head of heads.cells) {
      head.removeAttribute("aria-sort");
    }
    if (direction) {
      sorted.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    }
    const message = direction > 0 ? "ascending" : direction < 0 ? "descending" : "printed";
    tell((status.dataset[message] ?? "").replace("{column}", textOf(sorted)), false);
  }

  /** Copies the table as it stands, in the order that the reader gave it. @param {HTMLTableElement} table */
  async function copy(table) {
    const lines = Array.from(table.rows, (row) => Array.from(row.cells, (cell) => ArchiveTableValues.harmless(textOf(cell))).join("\t"));
    const done = await ArchiveClipboard.copied(lines.join("\n"));
    const message = (done ? status.dataset.copied : status.dataset.failed) ?? "";
    tell(message.replace("{count}", String(table.rows.length)), true);
  }

  /** What a cell is sorted by: where more than a number stands in it, the number is marked. @param {Element | undefined} cell */
  function valueOf(cell) {
    return textOf(cell?.querySelector("[data-value]") ?? cell);
  }

  /** @param {Element | undefined} cell */
  function textOf(cell) {
    return (cell?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  /** Reads a message aloud, and shows it for a while where the eye would not see what was done. @param {string} text @param {boolean} shown */
  function tell(text, shown) {
    clearTimeout(clearing);
    status.textContent = "";
    // The same words twice would be announced once.
    requestAnimationFrame(() => (status.textContent = text));
    status.classList.toggle("hidden", !shown);
    clearing = setTimeout(() => status.classList.add("hidden"), TOLD_MS);
  }
})();
