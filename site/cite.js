/**
 * Citing a document: fills in the day on which it was read, lets the reader choose which part is meant, and copies or
 * saves the reference. Without this script the sentences and files are there to be selected.
 */
"use strict";

(function () {
  /**
   * How a reference names a piece of a document, by the language of the reference and what its anchor begins with.
   * @type {Record<string, Record<string, string>>}
   */
  const WORDS = {
    nl: {
      v: "deelvraag %",
      a: "antwoord op deelvraag %",
      antwoord: "antwoord",
      tabel: "tabel %",
      voetnoot: "voetnoot %",
      noot: "noot % bij de lezing",
    },
    en: {
      v: "sub-question %",
      a: "answer to sub-question %",
      antwoord: "answer",
      tabel: "table %",
      voetnoot: "footnote %",
      noot: "note % on the reading",
    },
    fr: {
      v: "sous-question %",
      a: "réponse à la sous-question %",
      antwoord: "réponse",
      tabel: "tableau %",
      voetnoot: "note de bas de page %",
      noot: "remarque % sur la lecture",
    },
  };
  const PIECES = ".label[id], #antwoord, figure.table[id], .footnote[id], .notes li[id]";
  const SHOWN_MS = 8000;

  const found = document.getElementById("citeren");
  if (!found) {
    return;
  }
  const section = found;
  const sentences = Array.from(section.querySelectorAll("[data-sentence]"), (one) => /** @type {HTMLElement} */ (one));
  const status = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
  const pieces = Array.from(document.querySelectorAll(PIECES), (one) => /** @type {HTMLElement} */ (one));
  /** What each sentence says of the whole document. */
  const whole = sentences.map((one) => ({ what: field(one, "what").textContent, address: field(one, "address").textContent }));
  let clearing = 0;

  for (const one of sentences) {
    field(one, "day").textContent = today(one.dataset.sentence ?? "en");
  }
  const which = chooser();
  for (const one of sentences) {
    one.after(button(say("copy"), () => copy(textOf(one)), `${one.previousElementSibling?.textContent ?? ""}: `));
  }
  for (const one of section.querySelectorAll("details")) {
    addFileButtons(one);
  }
  choose(anchor());
  window.addEventListener("hashchange", () => choose(anchor()));
  wander();

  /** The anchor that the address of the page names, "" without one. */
  function anchor() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  /** @param {HTMLElement} sentence @param {string} name */
  function field(sentence, name) {
    return /** @type {HTMLElement} */ (sentence.querySelector(`[data-${name}]`));
  }

  /** A message in the language of the site. @param {string} key */
  function say(key) {
    return section.dataset[key] ?? "";
  }

  /** The day on which the page is read, in words. @param {string} language */
  function today(language) {
    const locale = language === "en" ? "en-GB" : language; // not that of the United States, with the month first
    const day = new Date().toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" });
    return language === "fr" ? day.replace(/^1 /, "1er ") : day;
  }

  /** @param {HTMLElement} sentence */
  function textOf(sentence) {
    return (sentence.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  /** A piece in words: "deelvraag 7a". @param {HTMLElement} piece @param {string} language */
  function named(piece, language) {
    const [kind = "", ...rest] = piece.id.split("-");
    const label = piece.matches(".label, .footnote") && piece.querySelector("b, .footnote-label")?.textContent;
    return ((WORDS[language] ?? WORDS.en)?.[kind] ?? "%").replace("%", label || rest.join("-"));
  }

  /** The list from which the reader chooses what is meant; null where there is only the whole. */
  function chooser() {
    if (!pieces.length) {
      return null;
    }
    const list = document.createElement("select");
    list.id = "cite-which";
    list.append(new Option(say("whole"), ""));
    for (const piece of pieces) {
      list.append(new Option(named(piece, document.documentElement.lang), piece.id));
    }
    list.addEventListener("change", () => choose(list.value));
    const label = document.createElement("label");
    label.htmlFor = list.id;
    label.textContent = say("which");
    const line = document.createElement("p");
    line.className = "cite-which";
    line.append(label, " ", list);
    section.querySelector("h2")?.after(line);
    return list;
  }

  /** Makes the sentences speak of the piece with this anchor; of the whole document where there is none. @param {string} anchor */
  function choose(anchor) {
    const piece = pieces.find((one) => one.id === anchor);
    sentences.forEach((sentence, place) => {
      const { what, address } = whole[place] ?? {};
      const words = piece ? `, ${named(piece, sentence.dataset.sentence ?? "en")}` : "";
      field(sentence, "what").textContent = `${what}${words}`;
      field(sentence, "address").textContent = `${address}${piece ? `#${piece.id}` : ""}`;
    });
    if (which) {
      which.value = piece ? piece.id : "";
    }
  }

  /** @param {string} text @param {() => void} action @param {string} [before] for those who hear the button alone */
  function button(text, action, before = "") {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite-button";
    if (before) {
      const hidden = document.createElement("span");
      hidden.className = "hidden";
      hidden.textContent = before;
      made.append(hidden);
    }
    made.append(text);
    made.addEventListener("click", action);
    return made;
  }

  /** @param {HTMLDetailsElement} details */
  function addFileButtons(details) {
    const name = details.querySelector("summary")?.textContent ?? "";
    const text = () => details.querySelector("pre")?.textContent ?? "";
    const line = document.createElement("p");
    line.append(
      button(say("copy"), () => copy(text(), name), `${name}: `),
      " ",
      button(say("download"), () => save(details, text()), `${name}: `),
    );
    details.append(line);
  }

  /** Copies a text and tells the reader. @param {string} text @param {string} [name] what to call it in place of its words */
  async function copy(text, name = text) {
    tell((await ArchiveClipboard.copied(text)) ? `${say("copied")} ${name}` : say("failed"));
  }

  /** Hands the reference to the reader as a file; it never leaves the browser. @param {HTMLElement} details @param {string} text */
  function save(details, text) {
    const { file = "", type = "text/plain" } = details.dataset;
    // Lines of RIS end as they did on the computers for which it was made.
    const lines = file.endsWith(".ris") ? `${text.trimEnd()}\n`.replaceAll("\n", "\r\n") : text;
    const address = URL.createObjectURL(new Blob([lines], { type: `${type};charset=utf-8` }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(`${say("downloaded")} ${file}`);
  }

  /** Announces what was done: shown for a while, and read aloud. @param {string} text */
  function tell(text) {
    clearTimeout(clearing);
    // The same words twice would be announced once.
    status.textContent = "";
    requestAnimationFrame(() => {
      status.textContent = text;
    });
    clearing = window.setTimeout(() => (status.textContent = ""), SHOWN_MS);
  }

  /** One button, which goes to the part or table that the reader points at, moves to or came for. */
  function wander() {
    const hosts = new Map(pieces.flatMap((piece) => {
      const host = piece.closest(".part, figure.table");
      return host && !(piece.classList.contains("footnote")) ? [[host, piece]] : [];
    }));
    const wanderer = document.createElement("button");
    wanderer.type = "button";
    wanderer.className = "cite-this";
    // It stands among the words of the document, which may be in another language.
    wanderer.lang = document.documentElement.lang;
    wanderer.addEventListener("click", () => {
      const piece = hosts.get(/** @type {Element} */ (wanderer.parentElement));
      if (piece) {
        choose(piece.id);
        copy(textOf(/** @type {HTMLElement} */ (sentences[0])));
      }
    });
    /** @param {EventTarget | null} target */
    const go = (target) => {
      const host = target instanceof Element ? target.closest(".part, figure.table") : null;
      const piece = host && hosts.get(host);
      if (!host || !piece || wanderer.parentElement === host) {
        return;
      }
      wanderer.textContent = "❝";
      wanderer.setAttribute("aria-label", `${say("part")}: ${named(piece, document.documentElement.lang)}`);
      wanderer.title = wanderer.getAttribute("aria-label") ?? "";
      const label = host.querySelector(":scope > .label, :scope > figcaption");
      (label ?? host.firstElementChild)?.after(wanderer);
    };
    document.addEventListener("pointerover", ({ target }) => go(target));
    document.addEventListener("focusin", ({ target }) => go(target));
    // While the page is being opened nothing is a target yet.
    const goThere = () => go(anchor() ? document.getElementById(anchor()) : null);
    window.addEventListener("hashchange", goThere);
    goThere();
  }
})();
