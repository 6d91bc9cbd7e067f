"""archive verify: checks that everything is still as it was written."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.store.finding import Finding
from archive.store.manifest import check_manifest
from archive.store.verify import verify_corpus


@click.command("verify", epilog=example("archive verify"))
@click.option("-o", "--output", metavar="DIR", help="Folder of the site to check as well (default: public).")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(session: Session, output: str | None, as_json: bool) -> int:
    """Check that everything is still as it was written.

    Compares every original with its SHA-256, every record and earlier version with its hash, the database with
    its own rules, and the index and the site with their lists of files, where they are built. Exit code 4 when
    something is damaged.
    """
    settings = session.settings(output=output)
    corpus, site = Path(settings.corpus), Path(settings.output)
    findings = [
        *verify_corpus(corpus),
        *check_manifest(corpus / "index", "remove the folder; the next search makes it anew"),
        *check_manifest(site, "make the site anew with `archive build`"),
    ]
    damage = [finding for finding in findings if finding.is_damage]
    if as_json:
        say_json({"damaged": len(damage), "findings": [_shape(finding) for finding in findings]})
    else:
        for finding in findings:
            say(f"{finding.kind:<13}{finding.place}: {finding.cause}; {finding.remedy}")
        say(f"{len(damage)} damaged" if damage else f"all is as it was written: {corpus}")
    return 4 if damage else 0


def _shape(finding: Finding) -> dict[str, object]:
    shape: dict[str, object] = msgspec.to_builtins(finding)
    return shape | {"damage": finding.is_damage}
