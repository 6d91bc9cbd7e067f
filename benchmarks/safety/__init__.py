"""Suites that try to break what docs/promises.md promises, each with a broken variant that it must catch."""

from __future__ import annotations

from benchmarks.safety.suite import Outcome, Suite

__all__ = ["Outcome", "Suite"]
