"""archive serve: the built site, on this machine only."""

from __future__ import annotations

import contextlib
import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.cli.preview import _HEADERS, _MOST_CONNECTIONS, preview_server
from tests.cli.conftest import Command
from tests.cli.test_help import example_in
from tests.conftest import ROOT


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a preview of a small site, with a secret beside it."""
    site = tmp_path / "public"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("start")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site / "linked").symlink_to(site)
    server = preview_server(site, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def status(port: int, path: str, host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def sent(port: int, request: str) -> str:
    """What comes back for these very bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


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


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/index.html",
        "index.html",
        "/index.html%00.txt",
        "/./index.html",
        "//index.html",
        "/assets%2fstyle.css",
        "/assets/..%5cindex.html",
        "/%ff",
        "/linked/index.html",
        "/assets",
    ],
)
def test_target_that_is_no_plain_path_of_a_file_is_not_found(port: int, target: str) -> None:
    assert sent(port, f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n").startswith("HTTP/1.1 404 ")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 404),
        ("GET / HTTP/1.1\r\n\r\n", 404),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x" * 20_000, 431),
        ("GET /" + "x" * 5_000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("no request at all\r\n\r\n", 400),
    ],
)
def test_odd_request_gets_a_short_answer(port: int, request_: str, status: int) -> None:
    assert sent(port, request_).startswith(f"HTTP/1.1 {status} ")


def test_name_of_ours_may_come_with_the_port_and_in_capitals(port: int) -> None:
    assert status(port, "/", host=f"LOCALHOST:{port}")[0] == 200


def test_head_is_answered_without_a_body(port: int) -> None:
    answer = sent(port, "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert "Content-Length: 5" in answer
    assert answer.endswith("\r\n\r\n")


def test_every_answer_has_the_policy_and_the_type_of_its_file(port: int) -> None:
    answer = sent(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert "X-Content-Type-Options: nosniff\r\n" in answer
    assert "Content-Security-Policy: default-src 'none';" in answer
    assert "Content-Type: text/html; charset=utf-8\r\n" in answer


def test_policy_of_the_header_is_that_of_the_pages() -> None:
    """But for reading from disk, and for what only a header can say."""
    page = (ROOT / "templates" / "base.html.j2").read_text("utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert f"{policy.replace(' file:', '')}; frame-ancestors 'self'" == _HEADERS["Content-Security-Policy"]


def test_connections_that_never_ask_make_room(port: int) -> None:
    """More of them than there is room for; whoever asks is answered."""
    with contextlib.ExitStack() as closing:
        for _ in range(_MOST_CONNECTIONS + 1):
            idle = closing.enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
            idle.sendall(b"GET / HTTP/1.1\r\n")
        assert status(port, "/")[0] == 200


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
