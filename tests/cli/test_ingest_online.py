"""archive ingest and publish with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.fetch.server import Said, Server, running_server

TEXT = b"Verslag van de werkgroep\n\nDe werkgroep kwam samen."


@pytest.fixture
def server() -> Iterator[Server]:
    with running_server() as known:
        yield known


def test_address_goes_in_when_fetching_is_asked_for(archive: Command, server: Server) -> None:
    address = server.answers("/verslag", Said(TEXT))
    outcome = archive("ingest", "--online", "--pace", "0.2", "-v", address)
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[0] == f"inserted   documenten/verslag-van-de-werkgroep from {address}"


@pytest.mark.parametrize("command", ["ingest", "publish"])
def test_nothing_is_fetched_unasked_and_the_message_says_how_to(
    place: Path, archive: Command, server: Server, command: str
) -> None:
    outcome = archive(command, server.answers("/verslag", Said(TEXT)))
    assert (outcome.code, outcome.out) == (2, "")
    assert "add --online" in outcome.err
    assert server.asked == []
    assert not (place / "corpus").exists()


def test_online_without_an_address_is_wrong_usage(archive: Command) -> None:
    assert archive("ingest", "--online", "seeds").code == 2


def test_what_cannot_be_fetched_is_exit_code_3(archive: Command, server: Server) -> None:
    outcome = archive("ingest", "--online", "--pace", "0.2", server.address("/gone"))
    assert outcome.code == 3
    assert outcome.out.splitlines()[0].startswith(
        f"refused    {server.address('/gone')}: the server has nothing there"
    )


def test_publish_fetches_too(place: Path, archive: Command, server: Server) -> None:
    address = server.answers("/verslag", Said(TEXT))
    outcome = archive("publish", "--online", "--pace", "0.2", address)
    assert outcome.code == 0, outcome.err
    assert (place / "public/documenten/verslag-van-de-werkgroep.html").is_file()


def test_folder_with_attachments_must_exist(archive: Command) -> None:
    assert archive("ingest", "--attachments", "absent", "seeds").code == 2
