"""What is written to the terminal: results to standard output, everything else to standard error."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

import click
import msgspec

from archive.errors import ArchiveError, cause_of, way_on

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


class Bar(Protocol):
    """Shows how far a run is: `done` of `total`, and what comes next."""

    def __call__(self, done: int, total: int, label: str) -> None: ...


def say(text: str = "", *, strong: bool = False) -> None:
    """Writes a line of the result. Characters that command a terminal become visible ones."""
    shown = harmless(text)
    with _named_troubles():
        click.echo(click.style(shown, bold=True) if strong else shown, color=_colour())


def say_json(value: object) -> None:
    """Writes a result as indented JSON, UTF-8."""
    with _named_troubles():
        click.echo(_json(value))


def _json(value: object) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")
    except UnicodeEncodeError:
        # The name of a file that is no text: Python keeps its bytes as halves of characters, which JSON can escape.
        told = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2)
        return told.encode("utf-8", "backslashreplace").decode("utf-8")


def say_bytes(chunks: Iterable[bytes]) -> None:
    """Writes a result as it is."""
    for chunk in chunks:
        with _named_troubles():
            sys.stdout.buffer.write(chunk)
    with _named_troubles():
        sys.stdout.buffer.flush()


@contextlib.contextmanager
def _named_troubles() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unsaid(error) from error


def unsaid(error: OSError) -> ArchiveError:
    """The error that a result could not be written."""
    remedy = way_on(error, "see where it goes, and give the same command again")
    return ArchiveError("standard output", f"it cannot be written ({cause_of(error)})", remedy)


def remark(text: str) -> None:
    """Writes a line that is no result to standard error. Where that takes nothing, nobody can be told."""
    with contextlib.suppress(OSError):
        click.echo(harmless(text), err=True)


def complain(text: str) -> None:
    """Writes an error message to standard error. Where that takes nothing, the exit code alone tells it."""
    with contextlib.suppress(OSError):
        click.echo(f"{click.style('error:', fg='red')} {harmless(text)}", err=True, color=_colour())


def _colour() -> bool | None:
    """No colour where the reader asks for none (https://no-color.org), else as the stream is a terminal or not."""
    return False if os.environ.get("NO_COLOR") else None


def harmless(text: str) -> str:
    """The text with control and direction characters, tab and line break apart, made visible: "\\x1b".

    A document must not command the terminal that shows it.
    """
    return "".join(character if _is_harmless(character) else _visible(character) for character in text)


def on_one_line(text: str) -> str:
    """The harmless text with tabs and line breaks made visible too: a name must not look like a line of ours."""
    return harmless(text).replace("\n", "\\n").replace("\t", "\\t")


def _is_harmless(character: str) -> bool:
    if character in "\t\n":
        return True
    if unicodedata.category(character) in {"Cc", "Cs"}:
        return False
    return unicodedata.bidirectional(character) not in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


def _visible(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


@contextlib.contextmanager
def progress_bar(label: str) -> Iterator[Bar]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, label: None
        return
    bar: ProgressBar[str] = click.progressbar(length=1, label=label, file=sys.stderr, item_show_func=_tail)
    with bar:

        def show(done: int, total: int, label: str) -> None:
            bar.length = max(total, 1)
            bar.pos = done
            bar.update(0, label)

        yield show


def _tail(name: str | None) -> str:
    return on_one_line(name or "")[-40:]
