"""archive export: writes the corpus in a form that others read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archive.cli.output import say, say_bytes, say_json
from archive.cli.session import Session, example, pass_session
from archive.config import Settings
from archive.export.forms import Form, OneFile, SeveralFiles
from archive.export.registry import EXPORTS
from archive.export.shelves import write_files
from archive.export.writing import write_whole
from archive.store.corpus import Corpus


def _atom(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    from archive.build.atom import atom_chunks  # noqa: PLC0415 - loads all that makes pages

    return atom_chunks(corpus, settings)


# The feed is made by what makes the site's, which stands no lower than the other exports.
FORMS: dict[str, Form] = {**EXPORTS, "atom": OneFile("a feed of every record", _atom)}
_FORMATS = "\n".join(f"  {name:<8}  {form.summary}" for name, form in sorted(FORMS.items()))


@click.command("export", epilog=example("archive export jsonl -o questions.jsonl"))
@click.argument("format", metavar="FORMAT", type=click.Choice(sorted(FORMS)))
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Write to PATH instead of standard output; a folder, or a zip file, where the form is several files.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written and write nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print what was written as JSON; needs -o or --dry-run."
)
@pass_session
def command(session: Session, format: str, output: Path | None, dry_run: bool, as_json: bool) -> int:
    form = FORMS[format]
    if isinstance(form, SeveralFiles) and output is None and not dry_run:
        raise click.UsageError(f"{format} is several files; give a folder or a .zip file with -o.")
    if as_json and output is None and not dry_run:
        raise click.UsageError("--json tells of a file that was written; give one with -o.")
    with session.open_corpus() as corpus:
        settings = session.settings()
        if not dry_run and output is None:
            _stream(form, corpus, settings)
            return 0
        told: dict[str, Any] = {
            "format": format,
            "output": str(output) if output else "standard output",
            "records": corpus.count(),
        }
        line = "dry run, nothing written: would write {records} records to {output}"
        if output is not None and not dry_run:
            told["bytes"] = _write(form, corpus, settings, output)
            line = "{records} records, {bytes} bytes in {output}"
    if as_json:
        say_json(told)
    else:
        say(line.format(**told))
    return 0


command.help = f"""Write the corpus in a form that others read.

FORMAT is one of:

\b
{_FORMATS}

Records stand in the order of their ids, and the same corpus always gives the same bytes.
"""


def _stream(form: Form, corpus: Corpus, settings: Settings) -> None:
    say_bytes(_chunks(form, corpus, settings))


def _write(form: Form, corpus: Corpus, settings: Settings, output: Path) -> int:
    """Writes the export; the size of all its files comes back."""
    if isinstance(form, SeveralFiles):
        return write_files(output, lambda shelf: form.write(corpus, settings, shelf), form.is_ours)
    size = write_whole(output, _chunks(form, corpus, settings))
    for name, content in (form.beside(corpus, settings, output) if form.beside else {}).items():
        size += write_whole(output.with_name(name), [content])
    return size


def _chunks(form: Form, corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    assert isinstance(form, OneFile), "several files are no stream"
    return form.chunks(corpus, settings)
