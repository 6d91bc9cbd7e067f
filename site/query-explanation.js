/**
 * What a query asks, in words: "Documents with “maatwerk” and “premie”, not with “lde”". The same sentences as
 * archive/search/query_explanation.py.
 */
"use strict";

/** @typedef {(key: string, values?: Record<string, string>) => string} Say gives a message of archive/search/messages.py */

const ArchiveQueryExplanation = (function () {
  const KIND_CODES = [
    "written_question", "supporting_document", "substantive", "partial", "no_data", "referral", "not_competent",
    "holding", "coordinated", "none",
  ];
  /** Years in a row of which more are named by the first and the last. */
  const NAMED_YEARS = 2;

  /** One sentence without a full stop at its end. @param {Tree} tree @param {Say} say */
  function explain(tree, say) {
    if (tree.op === "all") {
      return say("explain_all");
    }
    if (tree.op === "or" && tree.pointer) {
      const [key, target] = targetOf(tree.of.slice(1), say);
      return say(key, { target, conditions: condition(tree.of[0], say) });
    }
    return say("explain_documents", { conditions: condition(tree, say) });
  }

  /** @param {Tree} tree @param {Say} say @returns {string} */
  function condition(tree, say) {
    switch (tree.op) {
      case "and":
        return conditions(tree.of, say).join(", ");
      case "or":
        return tree.pointer ? condition(tree.of[0], say) : either(tree.of, say);
      case "not":
        return say("explain_not", { condition: grouped(tree.of, say) });
      case "word":
      case "prefix":
      case "ending":
      case "phrase":
      case "near":
        return inZone(wordsOf(tree, say), tree.zone, say);
    }
    return filter(tree, say);
  }

  /** The zone of words in some form; undefined for every other branch. @param {Tree} tree */
  function zoneOf(tree) {
    return "zone" in tree ? tree.zone : undefined;
  }

  /** What each of these asks, the words of a zone named together where the first of them stands. @param {Tree[]} branches @param {Say} say */
  function conditions(branches, say) {
    const zones = new Set(branches.map(zoneOf).filter((zone) => zone !== undefined));
    const words = [...zones].map((zone) => {
      const inThis = branches.filter((branch) => zoneOf(branch) === zone);
      return inZone(listed(inThis.map((one) => wordsOf(one, say)), "explain_and", say), zone ?? null, say);
    });
    return [...words, ...branches.filter((branch) => zoneOf(branch) === undefined).map((one) => grouped(one, say))];
  }

  /** A condition that must not run together with its neighbours, in parentheses. @param {Tree} tree @param {Say} say */
  function grouped(tree, say) {
    const text = condition(tree, say);
    return tree.op === "and" || (tree.op === "or" && !isList(tree.of)) ? `(${text})` : text;
  }

  /** Whether these are words of one zone, or years. @param {Tree[]} branches */
  function isList(branches) {
    const zones = new Set(branches.map(zoneOf));
    return branches.every(({ op }) => op === "year") || (zones.size === 1 && !zones.has(undefined));
  }

  /** @param {Tree[]} branches @param {Say} say */
  function either(branches, say) {
    const years = branches.flatMap((branch) => (branch.op === "year" ? [branch.year] : []));
    const inRow = years.every((year, place) => place === 0 || years[place - 1].slice(5) === year.slice(0, 4));
    if (years.length === branches.length && years.length > NAMED_YEARS && inRow) {
      return say("explain_years", { first: years[0], last: years[years.length - 1] });
    }
    const zone = zoneOf(branches[0]);
    if (zone !== undefined && isList(branches)) {
      return inZone(listed(branches.map((branch) => wordsOf(branch, say)), "explain_or", say), zone, say);
    }
    return listed(branches.map((branch) => grouped(branch, say)), "explain_or", say);
  }

  /** "a, b and c", or "a, b or c". @param {string[]} texts @param {string} joint @param {Say} say */
  function listed(texts, joint, say) {
    const last = texts[texts.length - 1];
    return texts.length > 1 ? say(joint, { first: texts.slice(0, -1).join(", "), last }) : last;
  }

  /** @param {Tree} leaf @param {Say} say */
  function wordsOf(leaf, say) {
    switch (leaf.op) {
      case "word":
        return quoted(leaf.form, say);
      case "prefix":
        return quoted(`${leaf.form}*`, say);
      case "ending":
        return quoted(`*${leaf.form}`, say);
      case "phrase":
        return quoted(leaf.words.map(([form]) => form).join(" "), say);
      case "near": {
        const words = listed(leaf.words.map((form) => quoted(form, say)), "explain_and", say);
        return say("explain_near", { words, distance: String(leaf.distance) });
      }
    }
    return "";
  }

  /** @param {string} word @param {Say} say */
  function quoted(word, say) {
    return say("explain_quoted", { word });
  }

  /** @param {string} words @param {string | null} zone @param {Say} say */
  function inZone(words, zone, say) {
    return say(zone === null ? "explain_with" : `explain_${zone}`, { words });
  }

  /** @param {Tree} leaf @param {Say} say */
  function filter(leaf, say) {
    switch (leaf.op) {
      case "year":
        return say("explain_year", { year: leaf.year });
      case "number":
        return say("explain_number", { number: String(leaf.number) });
      case "dates":
        return period(leaf.first, leaf.last, say);
      case "facet":
        return facet(leaf.facet, leaf.value, say);
    }
    return say("explain_all");
  }

  /** @param {string} name @param {string} value @param {Say} say */
  function facet(name, value, say) {
    if (name === "party") {
      return say("explain_party", { party: value });
    }
    if (name === "has_table") {
      return say("explain_has_table");
    }
    const code = KIND_CODES.find((known) => known.replaceAll("_", "") === value);
    return say("explain_kind", { kind: say(`value_${code}`) });
  }

  /** @param {string | null} first @param {string | null} last @param {Say} say */
  function period(first, last, say) {
    if (first === null || last === null) {
      return say(first === null ? "explain_until" : "explain_from", { day: first ?? last ?? "" });
    }
    return first === last ? say("explain_day", { day: first }) : say("explain_between", { first, last });
  }

  /** What the readings of a pointer point at, after the message that it belongs in. @param {Tree[]} readings @param {Say} say */
  function targetOf(readings, say) {
    const parts = readings.flatMap((one) => (one.op === "and" ? one.of : [one]));
    /** @param {string[]} texts */
    const all = (texts) => (texts.length ? listed([...new Set(texts)], "explain_and", say) : "");
    const number = all(parts.flatMap((part) => (part.op === "number" ? [String(part.number)] : [])));
    const year = parts.flatMap((part) => (part.op === "year" ? [part.year] : []))[0];
    const id = all(parts.flatMap((part) => (part.op === "word" && part.zone === "meta" ? [part.form] : [])));
    if (number && year) {
      return ["explain_first", say("explain_target_of_year", { number, year })];
    }
    if (number) {
      return ["explain_first", say("explain_target", { number })];
    }
    if (id) {
      return ["explain_first", say("explain_target_id", { id })];
    }
    const day = all(parts.flatMap((part) => (part.op === "dates" && part.first ? [part.first] : [])));
    return ["explain_beside", say("explain_target_day", { day })];
  }

  return { explain };
})();
