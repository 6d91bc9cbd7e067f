"""Starts a program so that it sees every file and can change none, without a network and other processes.

That is done by bubblewrap (bwrap), where it is installed and the system lets it.
"""

from __future__ import annotations

import functools
import shutil
import subprocess

_WALLS = (
    "--ro-bind / /",
    "--dev /dev",
    "--proc /proc",
    "--unshare-user-try",
    "--unshare-ipc",
    "--unshare-pid",
    "--unshare-net",
    "--unshare-uts",
    "--unshare-cgroup-try",
    "--cap-drop ALL",
    "--die-with-parent",
    "--new-session",
)
_PATIENCE = 10.0


@functools.cache
def walls() -> tuple[str, ...]:
    """What begins the command of a program that is to run within walls; nothing where that cannot be had.

    What the program may do beside follows, then "--" and the program.
    """
    program = shutil.which("bwrap")
    if program is None:
        return ()
    command = (program, *(word for wall in _WALLS for word in wall.split()))
    try:
        tried = subprocess.run(  # noqa: S603 - every word is ours
            [*command, "--", "true"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if tried.returncode == 0 else ()
