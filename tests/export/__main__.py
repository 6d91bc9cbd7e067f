"""Renews docs/codebook.md: python -m tests.export."""

from __future__ import annotations

from archive.export.codebook import codebook_text
from tests.conftest import ROOT

if __name__ == "__main__":
    (ROOT / "docs/codebook.md").write_text(codebook_text(), "utf-8")
