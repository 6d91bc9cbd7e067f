/** What went wrong, told to the reader: where, why, and how to go on. */
"use strict";

const ArchiveSearchNotices = (function () {
  const { message, element, stateLink } = ArchiveSearchView;
  const { withQuery } = ArchiveSearchState;

  /** Whether this browser can open shards at all. */
  function canSearch() {
    return typeof DecompressionStream === "function";
  }

  /** @param {unknown} error @param {SearchState} state @returns {HTMLElement[]} */
  function errorNotice(error, state) {
    if (error instanceof Vraagarchief.QueryError) {
      return queryNotice(error, state);
    }
    if (error instanceof Vraagarchief.ShardError) {
      return [
        element("p", "", element("strong", "", message("shard_title"))),
        element("p", "", shardText(error)),
        element("p", "", message("shard_rest")),
      ];
    }
    return [element("p", "", message("unexpected", { message: String(error) }))];
  }

  /** @param {{shard: string, damaged: boolean}} error */
  function shardText({ shard, damaged }) {
    return message(damaged ? "shard_damaged" : "shard_missing", { name: shard });
  }

  /** An error in one sentence. @param {unknown} error */
  function errorText(error) {
    return error instanceof Vraagarchief.ShardError ? shardText(error) : message("unexpected", { message: String(error) });
  }

  /**
   * The query with the place marked where it cannot be read, and a link to the mended one where there is one.
   * @param {InstanceType<typeof Vraagarchief.QueryError>} error @param {SearchState} state
   */
  function queryNotice(error, state) {
    const { code, position, values } = error;
    const characters = Array.from(state.query);
    // What is lacking has a place but no length.
    const end = Math.max(error.end, position);
    const mark = element("mark", "", characters.slice(position, end).join("") || " ");
    const before = characters.slice(0, position).join("");
    const shown = element("code", "", before, mark, characters.slice(end).join(""));
    const cause = message(`query_${code}_cause`, values);
    const remedy = message(`query_${code}_remedy`, values);
    const notice = [
      element("p", "", element("strong", "", message("error_title"))),
      element("p", "query", shown),
      element("p", "remedy", `${cause}: ${remedy}${remedy.endsWith("?") ? "" : "."}`),
    ];
    if (error.mended) {
      const mended = `“${error.mended}”`;
      notice.push(element("p", "", message("search_for"), " ", stateLink(withQuery(state, error.mended), "", mended)));
    }
    return notice;
  }

  return { canSearch, errorNotice, errorText, shardText };
})();
