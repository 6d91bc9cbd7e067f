"""archive serve: the built site, on this machine only."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.cli.preview import preview_server
from tests.cli.conftest import Command
from tests.cli.test_help import example_in


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a preview of a small site, with a secret beside it."""
    site = tmp_path / "public"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("start")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    server = preview_server(site, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def status(port: int, path: str, host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_start_page_is_served(port: int) -> None:
    assert status(port, "/") == (200, b"start")


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt"])
def test_nothing_outside_the_site_is_served(port: int, path: str) -> None:
    code, content = status(port, path)
    assert code in {403, 404}
    assert b"secret" not in content.replace(b"secret.txt", b"")


def test_folder_is_not_listed(port: int) -> None:
    assert status(port, "/assets/")[0] == 404


def test_page_from_elsewhere_cannot_use_its_own_name_for_our_address(port: int) -> None:
    assert status(port, "/", host="evil.example")[0] == 404


def test_server_listens_on_the_loopback_address_only(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    with preview_server(tmp_path, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_example_serves_until_ctrl_c(built: Path, archive: Command) -> None:
    words = example_in(archive("serve", "--help").out)
    run = subprocess.Popen(
        [sys.executable, "-m", "archive", *words],
        cwd=built,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    line = run.stdout.readline()
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\n", line)
    assert found is not None
    assert status(int(found[1]), "/zoeken.html")[0] == 200
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=20)
    assert (run.returncode, err) == (0, "")


def test_site_that_is_not_built_is_an_error_with_a_remedy(archive: Command) -> None:
    outcome = archive("serve")
    assert outcome.code == 1
    assert outcome.err == "error: public: no site is built here; make it with `archive build`\n"


def test_port_in_use_is_an_error_with_a_remedy(tmp_path: Path, port: int, archive: Command) -> None:
    outcome = archive("serve", "--port", str(port))
    assert outcome.code == 1
    assert "choose another one with --port" in outcome.err
