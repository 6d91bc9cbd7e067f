"""archive authority: suggests which names are one topic, and checks the file that says so."""

from __future__ import annotations

import click

from archive.build.authority import read_authority
from archive.cli.authority_toml import records_text, suggestion_lines
from archive.cli.output import Bar, progress_bar, remark, say, say_json
from archive.cli.session import Session, example, pass_session
from archive.links.authority import Authority, EntryKind, topic_kinds
from archive.links.authority_check import AuthorityCheck, CheckedEntry, Contradiction
from archive.links.authority_suggestions import SUGGESTED_KINDS, suggest_entries
from archive.links.growing import grow_links
from archive.links.names_in_use import NamesInUse
from archive.store.corpus import Corpus
from archive.text.languages import language

_CAUSES = {
    "two_names": "one record has both names",
    "asks_self": "who asks is who answers",
    "two_parties": "they ask on one day for different parties",
    "two_holders": "different ministers held them in one time",
}

_FILE = click.option(
    "--authority", metavar="FILE", help="File of names that are one topic (default: authority.toml)."
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


@click.group("authority", epilog=example("archive authority suggest"))
def command() -> None:
    """Suggest which names are one topic, or check the file that says so.

    Nothing is joined by itself: authority.toml, beside archive.toml, says which subjects, people, themes,
    competences and organisations are one, which is broader, and which only look alike. Both parts can answer with
    --json.
    """


@command.command("suggest", epilog=example("archive authority suggest --kind subject"))
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(SUGGESTED_KINDS),
    multiple=True,
    help="Only for names of this kind; may be given more than once.",
)
@_FILE
@_JSON
@pass_session
def suggest(session: Session, kinds: tuple[EntryKind, ...], authority: str | None, as_json: bool) -> int:
    """Print entries for the authority file, each with its reasons.

    What is printed is TOML that can be pasted into authority.toml, once you have thought about it. Names that are
    as likely something else stand in comments; what the file settles already is left out.
    """
    settings = session.settings(authority=authority)
    known, spoken = read_authority(settings), language(settings.document_language)
    names = NamesInUse(known, spoken)
    with session.open_corpus() as corpus, progress_bar("reading") as bar:
        total = corpus.count()
        for number, record in enumerate(corpus.records(), 1):
            names.add(record)
            bar(number, total, "")
    found = suggest_entries(names, known, spoken, kinds or SUGGESTED_KINDS)
    if as_json:
        say_json({"suggestions": found})
    elif found:
        for line in suggestion_lines(found):
            say(line)
    else:
        say("# no names are near enough to each other")
    return 0


@command.command("check", epilog=example("archive authority check"))
@_FILE
@_JSON
@pass_session
def check(session: Session, authority: str | None, as_json: bool) -> int:
    """Tell what each entry of the authority file does in this corpus.

    How many records each of its names has, which names nothing has, and which records speak against it. Exit code
    1 when any do.
    """
    settings = session.settings(authority=authority)
    known = read_authority(settings)
    if settings.authority is None:
        remark("there is no authority.toml; `archive authority suggest` prints entries to begin with")
    with session.open_corpus() as corpus, progress_bar("reading") as bar:
        entries = _checked(corpus, known, settings.document_language, bar)
    wrong = sum(bool(entry.contradictions) for entry in entries)
    if as_json:
        say_json({"file": settings.authority, "contradicted": wrong, "entries": entries})
    else:
        for entry in entries:
            _say_entry(entry)
        say(f"{len(entries)} entries, {wrong} contradicted")
    return 1 if wrong else 0


def _checked(corpus: Corpus, known: Authority, spoken: str, bar: Bar) -> tuple[CheckedEntry, ...]:
    done, total = AuthorityCheck(known), corpus.count()
    for number, record in enumerate(corpus.records(), 1):
        done.add(record)
        bar(number, total, "")
    # What texts call an organisation or a law is known when all is linked; the next build has it from here.
    in_texts = [entry for entry in known.entries if entry.kind in {"concept", "law"}]
    if not in_texts:
        return done.checked()
    links, _ = grow_links(corpus, corpus.folder / "links", language=language(spoken), authority=known)
    keys = [links.key(kind, entry.name) for entry in in_texts for kind in topic_kinds(entry.kind)]
    return done.checked((key, len(links.topics[key].members)) for key in keys if key in links.topics)


def _say_entry(entry: CheckedEntry) -> None:
    say(f"{entry.kind} {entry.name!r}: {records_text(entry.records)}")
    for name in entry.names:
        say(f"  {name.records:6} {name.name}" if name.records else f"    none {name.name}")
    for lacking in entry.lacking:
        say(f"  nothing is called {lacking!r}")
    for one in entry.contradictions:
        say(f"  contradicted: {_cause(one)}")


def _cause(one: Contradiction) -> str:
    names = ", ".join(map(repr, one.names))
    return f"{names}: {_CAUSES[one.cause]} ({', '.join(one.records)})"
