"""archive search: searches in the terminal."""

from __future__ import annotations

import contextlib
from typing import get_args

import click

from archive.cli.output import Bar, complain, progress_bar, remark, say, say_json
from archive.cli.session import Session, example, pass_session
from archive.errors import QueryError
from archive.search.index import search_corpus
from archive.search.index_corrections import corrections_in_corpus
from archive.search.results import Hit, SearchResult, Sort
from archive.store.corpus import Corpus
from archive.text.languages import Language, language


# A word that is not wanted starts with "-", as an option does: what is no option is part of the query.
@click.command(
    "search",
    context_settings={"ignore_unknown_options": True},
    epilog=example("archive search 'loonpremie minister:demir'"),
)
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Show at most N hits.",
)
@click.option(
    "--sort",
    type=click.Choice(get_args(Sort)),
    default="relevance",
    show_default=True,
    help="Order of the hits.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, with the facets.")
@pass_session
def command(session: Session, query: tuple[str, ...], limit: int, sort: Sort, as_json: bool) -> int:
    """Search in the terminal.

    \b
    All words must occur; "a phrase" in this order; -word or NIET leaves out; OF means either;
    word* begins so; "a b"~5 near each other; in a field: vraagsteller: minister: thema: titel:
    vraag: antwoord: tabel: nummer: jaar: van: tot: datum: partij: soort: heeft:tabel.
    "nr. 386 (2023-2024) Brouns", the id of a file or a pasted link find their question first.
    """
    wrong = next((word for word in query if word.startswith("--")), None)
    if wrong is not None:
        raise click.NoSuchOption(wrong, possibilities=["--limit", "--sort", "--json"])
    text = " ".join(query)
    spoken = language(session.settings().document_language)
    with session.open_corpus() as corpus:
        try:
            result = _search(corpus, text, limit, sort, spoken)
            meant = corrections_in_corpus(corpus, text, spoken) if result.total == 0 and not as_json else ()
        except QueryError as error:
            _point_at(text, error)
            return 2
    if as_json:
        say_json(result)
    else:
        _say_result(result)
        if meant:
            remark(f"Did you mean: {', '.join(correction.query for correction in meant)}?")
    return 0


def _search(corpus: Corpus, query: str, limit: int, sort: Sort, spoken: Language) -> SearchResult:
    """The result, with a progress bar if the index must be brought up to date first."""
    total = corpus.count()
    with contextlib.ExitStack() as stack:
        bars: list[Bar] = []

        def show(done: int) -> None:
            if not bars:
                bars.append(stack.enter_context(progress_bar("indexing")))
            bars[0](done, total, "reading" if done < total else "writing")

        return search_corpus(corpus, query, limit=limit, sort=sort, language=spoken, progress=show)


def _point_at(query: str, error: QueryError) -> None:
    complain(str(error))
    remark(f"  {query}")
    remark(f"  {' ' * error.position}{'^' * max(1, error.end - error.position)}")
    if error.mended:
        remark(f"Did you mean: {error.mended}?")


def _say_result(result: SearchResult) -> None:
    for number, hit in enumerate(result.hits, 1):
        if number > 1:
            say()
        say(f"{number}. {hit.title}", strong=True)
        say(f"   {_facts(hit)}")
        if hit.snippet:
            say(f"   {hit.snippet}")
    at_least = "" if result.exact else "at least "
    shown = f", {len(result.hits)} shown" if len(result.hits) < result.total else ""
    if result.hits:
        say()
    say(f"{at_least}{result.total} found{shown}")


def _facts(hit: Hit) -> str:
    number = f"nr. {hit.number} ({hit.parliamentary_year})" if hit.number is not None else None
    people = " → ".join(name for name in (hit.asker, hit.minister) if name)
    date = hit.asked_on.isoformat() if hit.asked_on else None
    return " · ".join(fact for fact in (number, date, people, hit.id) if fact)
