"""The command `archive`, changed by a broken variant before it runs.

python -m benchmarks.safety.broken_command VARIANT ARGUMENTS…        (VARIANT: "module:name", or "" for none)
"""

from __future__ import annotations

import importlib
import sys

if __name__ == "__main__":
    module, _, name = sys.argv.pop(1).partition(":")
    if module:
        getattr(importlib.import_module(module), name)()
    sys.argv[0] = "archive"
    importlib.import_module("archive.cli").main()
