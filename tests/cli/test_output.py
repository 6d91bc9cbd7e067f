"""What reaches the terminal."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.cli.output import harmless, say_json
from archive.cli.stopping import polite_stop


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("café “x” €", "café “x” €"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x07\x9b", "\\x07\\x9b"),
        ("abc\u202edef", "abc\\u202edef"),
    ],
)
def test_document_cannot_command_the_terminal(text: str, shown: str) -> None:
    assert harmless(text) == shown


def terminal_run(folder: Path, *words: str, **environment: str) -> bytes:
    """What the command writes to a terminal, all streams together."""
    controller, terminal = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "archive", *words],
        cwd=folder,
        env={**os.environ, "TERM": "xterm", **environment},
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    written = b""
    while True:
        try:
            chunk = os.read(controller, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not chunk:
            break
        written += chunk
    run.wait(timeout=30)
    os.close(controller)
    return written


def test_progress_bar_is_shown_on_a_terminal(place: Path) -> None:
    assert b"reading" in terminal_run(place, "ingest", "seeds")


def test_colour_is_used_on_a_terminal(filled: Path) -> None:
    assert b"\x1b[1m" in terminal_run(filled, "report")


def test_no_color_is_honoured(filled: Path) -> None:
    assert b"\x1b[1m" not in terminal_run(filled, "report", NO_COLOR="1")
    assert b"\x1b[31m" not in terminal_run(filled, "show", "absent", NO_COLOR="1")


def test_a_name_that_is_no_text_is_told_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"caf\xe9")
    say_json({"path": name, "bytes": 3})
    assert json.loads(capsys.readouterr().out) == {"path": name, "bytes": 3}


def test_first_ctrl_c_is_a_wish_and_the_second_an_order(capfd: pytest.CaptureFixture[str]) -> None:
    with polite_stop() as stopped:
        assert not stopped()
        os.kill(os.getpid(), signal.SIGINT)
        assert stopped()
        assert "press Ctrl-C again" in capfd.readouterr().err
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("words", [("export", "jsonl"), ("report",), ("search", "loonpremie", "--json")])
def test_result_that_cannot_be_written_is_a_failure_with_a_way_on(
    filled: Path, words: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "archive", *words],
            check=False,
            cwd=filled,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert run.returncode == 1
    assert run.stderr.decode().count("\n") == 1
    assert b"standard output: it cannot be written (No space left on device); make room there" in run.stderr


def test_failure_that_nobody_can_be_told_of_has_its_exit_code(place: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "archive", "report"], check=False, cwd=place, stdout=full, stderr=full
        )
    assert run.returncode == 1
