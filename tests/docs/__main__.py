"""Renews docs/commands.md: python -m tests.docs."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.docs.commands import commands_text

if __name__ == "__main__":
    (ROOT / "docs/commands.md").write_text(commands_text(), "utf-8")
