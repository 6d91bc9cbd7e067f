"""Firefox as Debian ships it, driven by its own Marionette protocol: a TCP connection, JSON with its length before it.

The settings that automation relaxes are put back to those of a reader: above all that a page on disk may not read its
neighbours by script (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
# https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Space": " ",
    "Down": "\ue015",
    "Up": "\ue013",
}
_START_SECONDS = 60.0
# A page with much on it, on a machine that does much else.
_ANSWER_SECONDS = 300.0
_ASK_AGAIN_SECONDS = 0.1


class Firefox:
    """A running Firefox with one tab."""

    def __init__(self, connection: socket.socket, answers: BinaryIO) -> None:
        self._connection = connection
        self._stream = answers
        self._number = 0
        self._read()  # its greeting
        self._ask("WebDriver:NewSession", {})

    def go(self, address: str) -> None:
        """Opens a page and waits until it is loaded."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """What the body of a function gives that runs in the page, in the rights of the page."""
        answer = self._ask("WebDriver:ExecuteScript", {"script": script, "args": list(arguments)})
        return answer["value"]

    def wait(self, script: str, seconds: float = 20.0) -> Any:
        """The first true value that the body of a function gives. Fails the test where there is none in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(FirefoxError):  # between two pages there is nothing to run it in
                if value := self.run(script):
                    return value
            time.sleep(_ASK_AGAIN_SECONDS)
        pytest.fail(
            f"Firefox: {script} was not true within {seconds} s at {self.run('return location.href')}"
        )

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, as a reader does; those without a sign are named as in KEYS."""
        steps = [
            {"type": way, "value": KEYS.get(key, key)}
            for sign in keys
            for key in ([sign] if sign in KEYS else sign)
            for way in ("keyDown", "keyUp")
        ]
        self._ask("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": steps}]})

    def tab_to(self, selector: str, most: int = 200) -> None:
        """Presses Tab until the focus is on what a selector finds. Fails the test where it never is."""
        for _ in range(most):
            self.press("Tab")
            if self.run("return document.activeElement.matches(arguments[0])", selector):
                return
        pytest.fail(f"Firefox: the keys do not lead to {selector} at {self.run('return location.href')}")

    def click(self, selector: str) -> None:
        """Clicks on the first element that a selector finds, where it is seen."""
        found = self._ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self._ask("WebDriver:ElementClick", {"id": next(iter(found["value"].values()))})

    @contextlib.contextmanager
    def offline(self) -> Iterator[None]:
        """Takes the network away, as the menu does, and gives it back."""
        self.run_inside("Services.io.offline = true")
        try:
            yield
        finally:
            self.run_inside("Services.io.offline = false")

    def zoom(self, times: float) -> None:
        """Enlarges the page as the reader's keys do, in a window of 1280 by 1024 pixels."""
        self._ask("WebDriver:SetWindowRect", {"width": 1280, "height": 1024})
        window = "Services.wm.getMostRecentWindow('navigator:browser')"
        self.run_inside(f"{window}.gBrowser.selectedBrowser.fullZoom = {times}")
        self.wait(f"return innerWidth === Math.round(1280 / {times})")

    def complaints(self) -> list[str]:
        """What pages brought to the console since this was last asked: errors of scripts, breaches of their policy."""
        found = self.run_inside(
            """const all = Services.console.getMessageArray()
                .filter((one) => one instanceof Ci.nsIScriptError && /^(file|https?|blob):/.test(one.sourceName))
                .map((one) => `${one.sourceName}:${one.lineNumber}: ${one.category}: ${one.errorMessage}`);
            Services.console.reset();
            return all;"""
        )
        return list(found)

    def run_inside(self, script: str) -> Any:
        """What the body of a function gives that runs in Firefox itself, for which it has to be started so."""
        self._ask("Marionette:SetContext", {"value": "chrome"})
        try:
            return self.run(script)
        finally:
            self._ask("Marionette:SetContext", {"value": "content"})

    def _ask(self, command: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        text = json.dumps([0, self._number, command, parameters])
        self._connection.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, answer = self._read()
        if error:
            raise FirefoxError(f"{command}: {error['message']}")
        return answer or {}

    def _read(self) -> Any:
        length = b""
        while (character := self._stream.read(1)) != b":":
            length += character
        return json.loads(self._stream.read(int(length)))


class FirefoxError(Exception):
    """What Firefox says of a command that it could not obey."""


@contextlib.contextmanager
def started(profile: Path) -> Iterator[Firefox]:
    """A Firefox without a window and with an empty profile in the folder `profile`."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.fail("no Firefox found; install it (Debian: apt-get install -y firefox-esr)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    profile.mkdir(parents=True)
    preferences = PREFERENCES | {"marionette.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    browser = subprocess.Popen(
        [program, "--headless", "--marionette", "--remote-allow-system-access", "--profile", str(profile)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with _connected(port, browser.poll) as connection, connection.makefile("rb") as answers:
            yield Firefox(connection, answers)
    finally:
        browser.terminate()
        browser.wait(timeout=20)


def _connected(port: int, ended: Callable[[], int | None]) -> socket.socket:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and ended() is None:
        with contextlib.suppress(ConnectionRefusedError):
            connection = socket.create_connection(("127.0.0.1", port), timeout=_START_SECONDS)
            connection.settimeout(_ANSWER_SECONDS)
            return connection
        time.sleep(_ASK_AGAIN_SECONDS)
    pytest.fail("Firefox does not start")
