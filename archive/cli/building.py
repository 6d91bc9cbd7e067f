"""What `archive build` and `archive publish` have in common: the options of the site, and building it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import click

from archive.build import BuildReport, build_site
from archive.build.copies import NO_COPIES, Copies
from archive.cli.output import progress_bar, remark
from archive.cli.session import command_line
from archive.config import Settings
from archive.store.corpus import Corpus

# The settings that the options of `site_options` are for.
SITE_OPTIONS = frozenset(
    {"output", "title", "language", "languages", "base_url", "authority", "downloads", "processes"}
)

_Function = TypeVar("_Function", bound=Callable[..., Any])


def site_options(function: _Function) -> _Function:
    """Adds the options that decide on the site, named as in SITE_OPTIONS."""
    for option in (
        click.option(
            "--authority", metavar="FILE", help="File of names that are one topic (default: authority.toml)."
        ),
        click.option("--base-url", metavar="URL", help="Address of the site on the web."),
        click.option(
            "--downloads",
            metavar="FORM,…",
            help="Exports that the site offers to download, with commas between them: csv,sqlite (default: none).",
        ),
        click.option("--language", metavar="nl|en|fr", help="Language of the site (default: nl)."),
        click.option(
            "--languages",
            metavar="LANGUAGE,…",
            help="Languages among which the reader chooses, with commas between them: nl,en,fr (default: one).",
        ),
        click.option(
            "--processes",
            metavar="N",
            type=click.IntRange(min=1),
            help="How many processes make the pages (default: as there are processors, 8 at most).",
        ),
        click.option("--title", metavar="TEXT", help="Name of the archive, on every page."),
        click.option("-o", "--output", metavar="DIR", help="Folder of the site (default: public)."),
    ):
        function = option(function)
    return function


def copy_options(function: _Function) -> _Function:
    """Adds the options that ask for copies of the site in one file: zip_file, zim_file."""
    place = click.Path(dir_okay=False, path_type=Path)
    for option in (
        click.option(
            "--zim",
            "zim_file",
            metavar="FILE",
            type=place,
            help="Write the site to FILE as well, for Kiwix; needs vraagarchief[zim].",
        ),
        click.option(
            "--zip",
            "zip_file",
            metavar="FILE",
            type=place,
            help="Write the site to FILE as well, as a zip that unpacks to a working archive.",
        ),
    ):
        function = option(function)
    return function


def planned(copies: Copies) -> dict[str, str]:
    """The files of the copies that would be made, by kind."""
    return {kind: str(path) for kind, path in copies.wanted().items()}


def copy_lines(copies: Copies) -> list[str]:
    """A line about each copy that would be made."""
    return [f"would write the site to {path} as well" for path in planned(copies).values()]


def run_build(
    corpus: Corpus, settings: Settings, *, wait: float, full: bool = False, copies: Copies = NO_COPIES
) -> BuildReport:
    """Builds the site with a progress bar, and says so when there is nothing to show on it.

    wait: seconds to wait for another build of this corpus. full: nothing of the last build's search shards and links
    is used again.
    """
    with ExitStack() as ends:
        ends.enter_context(corpus.building(command=command_line(), wait=wait, waiting=remark))
        if corpus.count() == 0:
            remark(
                "the corpus holds no record yet; the site will be empty. Fill it with `archive ingest PATH`."
            )
        bar = ends.enter_context(progress_bar("building"))
        return build_site(
            corpus,
            settings,
            Path(settings.output),
            progress=lambda step, done, total: bar(done, total, step),
            full=full,
            copies=copies,
        )


def built_line(report: BuildReport) -> str:
    """A sentence about what was built, and one about each copy."""
    lines = [
        f"{report.records} records on {report.pages} pages, {report.files} files, {_megabytes(report.bytes)}"
    ]
    lines += [f"{copy.path}: {_megabytes(copy.bytes)}, SHA-256 {copy.sha256}" for copy in report.copies]
    return "\n".join(lines)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def start_page(settings: Settings) -> str:
    """The path of the page to open first."""
    return str(Path(settings.output) / "index.html")
