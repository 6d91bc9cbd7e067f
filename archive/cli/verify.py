"""archive verify: checks that everything is still as it was written."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.store.finding import Finding
from archive.store.manifest import check_manifest
from archive.store.verify import Checked, check_corpus


@click.command("verify", epilog=example("archive verify"))
@click.option("-o", "--output", metavar="DIR", help="Folder of the site to check as well (default: public).")
@click.option("--fast", is_flag=True, help="Look whether all is there and has its size, without reading it.")
@click.option(
    "--expect", metavar="HEX", help="Digest of the database that was written down after an earlier check."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(session: Session, output: str | None, fast: bool, expect: str | None, as_json: bool) -> int:
    """Check that everything is still as it was written.

    Compares every original, every row of the database and every file of the site with its SHA-256. Each finding has a
    number, says what is wrong with what, and how to mend it; nothing is changed. Exit code 4 when something is damaged.

    The digest at the end stands for the whole database. Written down elsewhere and given back with --expect, it tells
    that nobody has written the hashes anew as well.
    """
    if fast and expect:
        raise click.UsageError("--expect needs every byte: leave out --fast")
    settings = session.settings(output=output)
    corpus, site = Path(settings.corpus), Path(settings.output)
    checked = check_corpus(corpus, fast=fast)
    findings = [
        *checked.findings,
        *_expected(checked, expect, corpus),
        *check_manifest(site, "make the site anew with `archive build`", fast=fast),
    ]
    damage = sum(finding.is_damage for finding in findings)
    if as_json:
        told = {"damaged": damage, "digest": checked.digest, "findings": [_shape(one) for one in findings]}
        say_json(told)
    else:
        _say(findings, damage, corpus, checked.digest)
    return 4 if damage else 0


def _expected(checked: Checked, expect: str | None, corpus: Path) -> list[Finding]:
    if not expect or checked.digest == expect.strip().lower():
        return []
    cause = f"its digest is {checked.digest or 'not known'}, not the one that was expected"
    remedy = "if nothing was ingested since that was written down, put a copy of the corpus back"
    return [Finding("unexpected", str(corpus), cause, remedy)]


def _say(findings: list[Finding], damage: int, corpus: Path, digest: str | None) -> None:
    for finding in findings:
        say(f"{finding.code} {finding.kind:<13}{finding.place}: {finding.cause}; {finding.remedy}")
    say(f"{damage} damaged" if damage else f"all is as it was written: {corpus}")
    if digest and not damage:
        say(f"digest {digest}")


def _shape(finding: Finding) -> dict[str, object]:
    shape: dict[str, object] = msgspec.to_builtins(finding)
    return {"code": finding.code} | shape | {"damage": finding.is_damage}
