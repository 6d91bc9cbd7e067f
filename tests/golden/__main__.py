"""Renews the golden records: `scripts/golden`. Look at the difference before you commit it."""

from __future__ import annotations

from tests.conftest import SEEDS
from tests.golden.records import golden_path, golden_text

for seed in sorted(SEEDS.iterdir()):
    golden_path(seed).write_text(golden_text(seed), "utf-8")
