"""What is fetched from a real server, and how politely."""

from __future__ import annotations

import gzip

import pytest

from archive import __version__
from archive.errors import Refusal
from archive.fetch.answers import Validators
from archive.fetch.client import WebClient
from archive.fetch.manners import Manners
from archive.fetch.pace import Pace, StoppedWaiting
from tests.fetch.conftest import Clock
from tests.fetch.server import Said, Server, unless_known


def refusal_of(client: WebClient, address: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        client.fetch(address)
    assert caught.value.place == address
    return caught.value


def test_content_comes_back(server: Server, client: WebClient) -> None:
    answer = client.fetch(server.answers("/a.pdf", Said(b"%PDF-")))
    assert (answer.content, answer.address) == (b"%PDF-", server.address("/a.pdf"))


def test_request_names_program_and_version(server: Server, client: WebClient) -> None:
    client.fetch(server.answers("/a", Said(b"a")))
    assert {asked.headers["user-agent"].split(" ")[0] for asked in server.asked} == {
        f"Vraagarchief/{__version__}"
    }


def test_compressed_content_is_unpacked(server: Server, client: WebClient) -> None:
    said = Said(gzip.compress(b"text"), headers=(("Content-Encoding", "gzip"),))
    assert client.fetch(server.answers("/a", said)).content == b"text"


def test_what_the_server_calls_its_state_comes_back(server: Server, client: WebClient) -> None:
    answer = client.fetch(server.answers("/a", unless_known(b"a")))
    assert answer.validators == Validators('"one"', "Thu, 25 Apr 2024 08:30:00 GMT")


def test_known_state_is_not_sent_again(server: Server, client: WebClient) -> None:
    answer = client.fetch(server.answers("/a", unless_known(b"a")), Validators('"one"', "then"))
    assert answer.content is None
    assert server.asked[-1].headers["if-modified-since"] == "then"


def test_requests_to_one_host_are_a_second_apart(server: Server, client: WebClient, clock: Clock) -> None:
    for number in range(3):
        client.fetch(server.answers(f"/{number}", Said(b"a")))
    # One before each but the very first, that for robots.txt.
    assert clock.slept == pytest.approx(3.0)


def test_crawl_delay_of_the_host_is_kept(server: Server, client: WebClient, clock: Clock) -> None:
    server.answers("/robots.txt", Said(b"User-agent: *\nCrawl-delay: 7\n"))
    client.fetch(server.answers("/a", Said(b"a")))
    assert clock.slept == pytest.approx(7.0)


def test_robots_are_asked_once(server: Server, client: WebClient) -> None:
    for _ in range(2):
        client.fetch(server.answers("/a", Said(b"a")))
    assert [asked.path for asked in server.asked] == ["/robots.txt", "/a", "/a"]


def test_what_robots_forbid_is_not_asked_for(server: Server, client: WebClient) -> None:
    server.answers("/robots.txt", Said(b"User-agent: Vraagarchief\nDisallow: /geheim\n"))
    refusal = refusal_of(client, server.answers("/geheim/a", Said(b"a")))
    assert (refusal.code, server.paths()) == ("robots", [])


def test_rules_for_other_programs_do_not_bind_us(server: Server, client: WebClient) -> None:
    server.answers("/robots.txt", Said(b"User-agent: Other\nDisallow: /\n"))
    assert client.fetch(server.answers("/a", Said(b"a"))).content == b"a"


def test_nothing_is_fetched_where_robots_cannot_be_had(server: Server, client: WebClient) -> None:
    server.answers("/robots.txt", Said(status=500))
    refusal = refusal_of(client, server.answers("/a", Said(b"a")))
    assert (refusal.code, server.paths()) == ("unreachable", [])
    assert "robots.txt" in refusal.cause


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_passing_trouble_is_tried_again(server: Server, client: WebClient, status: int) -> None:
    address = server.answers("/a", Said(status=status), Said(status=status), Said(b"a"))
    assert client.fetch(address).content == b"a"


def test_tries_are_further_and_further_apart_and_then_end(
    server: Server, client: WebClient, clock: Clock
) -> None:
    refusal = refusal_of(client, server.answers("/a", Said(status=503)))
    assert (refusal.code, len(server.paths())) == ("unreachable", 4)
    assert clock.slept == pytest.approx(1 + 2 + 4 + 8)


def test_server_that_asks_for_a_pause_gets_it(server: Server, client: WebClient, clock: Clock) -> None:
    busy = Said(status=429, headers=(("Retry-After", "40"),))
    client.fetch(server.answers("/a", busy, Said(b"a")))
    assert clock.slept == pytest.approx(1 + 40)


def test_server_that_asks_for_a_long_pause_is_left_alone(server: Server, client: WebClient) -> None:
    busy = Said(status=503, headers=(("Retry-After", "3600"),))
    refusal = refusal_of(client, server.answers("/a", busy))
    assert len(server.paths()) == 1
    assert "3600 seconds" in refusal.remedy


def test_answer_that_breaks_off_is_fetched_again(server: Server, client: WebClient) -> None:
    address = server.answers("/a", Said(b"abcdef", cut=3), Said(b"abcdef"))
    assert client.fetch(address).content == b"abcdef"


def test_answer_that_always_breaks_off_is_refused(server: Server, client: WebClient) -> None:
    assert refusal_of(client, server.answers("/a", Said(b"abcdef", cut=3))).code == "unreachable"


def test_silent_server_is_given_up(server: Server, clock: Clock) -> None:
    manners = Manners(silence=0.1, tries=2)
    with WebClient(manners, Pace(clock=clock, sleep=clock.sleep)) as client:
        refusal = refusal_of(client, server.answers("/a", Said(b"a", delay=0.5)))
    assert "says nothing for 0.1 seconds" in refusal.cause


def test_host_that_is_not_there_is_refused(client: WebClient) -> None:
    assert refusal_of(client, "http://127.0.0.1:9/a").code == "unreachable"


@pytest.mark.parametrize(
    ("status", "code"), [(404, "not_found"), (410, "not_found"), (403, "closed"), (418, "status")]
)
def test_other_statuses_are_refused_at_once(
    server: Server, client: WebClient, status: int, code: str
) -> None:
    assert refusal_of(client, server.answers("/a", Said(status=status))).code == code
    assert server.paths() == ["/a"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_followed(server: Server, client: WebClient, status: int) -> None:
    server.answers("/b", Said(b"b"))
    answer = client.fetch(server.answers("/a", Said(status=status, headers=(("Location", "/b#x"),))))
    assert (answer.content, answer.address) == (b"b", server.address("/b"))


@pytest.mark.parametrize("targets", [("/a",), ("/b", "/a")])
def test_loop_of_redirects_ends(server: Server, client: WebClient, targets: tuple[str, ...]) -> None:
    for path, target in zip(("/a", *targets), targets, strict=False):
        server.answers(path, Said(status=302, headers=(("Location", target),)))
    assert refusal_of(client, server.address("/a")).code == "redirects"


def test_long_row_of_redirects_ends(server: Server, client: WebClient) -> None:
    for number in range(10):
        server.answers(f"/{number}", Said(status=302, headers=(("Location", f"/{number + 1}"),)))
    assert refusal_of(client, server.address("/0")).code == "redirects"
    assert len(server.paths()) == 6


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://127.0.0.1:1/a",
        "http://169.254.169.254/a",
        "http://[::1]/a",
    ],
)
def test_redirect_to_a_private_place_is_refused(server: Server, client: WebClient, target: str) -> None:
    address = server.answers("/a", Said(status=302, headers=(("Location", target),)))
    with pytest.raises(Refusal) as caught:
        client.fetch(address)
    assert caught.value.code == "address"
    assert server.paths() == ["/a"]


def test_address_found_on_the_way_must_be_public(server: Server, client: WebClient) -> None:
    with pytest.raises(Refusal, match="no public address"):
        client.fetch(server.answers("/a", Said(b"a")), given="https://www.example.org/")
    assert server.asked == []


def test_name_that_leads_home_after_all_is_refused(server: Server, clock: Clock) -> None:
    """The name was public when it was looked up, and the connection went elsewhere."""
    pace = Pace(clock=clock, sleep=clock.sleep)
    with (
        WebClient(Manners(), pace, resolve=lambda address: ("93.184.216.34",)) as client,
        pytest.raises(Refusal, match="no public address"),
    ):
        client.fetch(server.answers("/a", Said(b"a")), given="https://www.example.org/")


@pytest.mark.parametrize(
    "said", [Said(b"a" * 101), Said(gzip.compress(b"a" * 5000), headers=(("Content-Encoding", "gzip"),))]
)
def test_long_answer_is_refused(server: Server, clock: Clock, said: Said) -> None:
    with WebClient(Manners(answer_bytes=100), Pace(clock=clock, sleep=clock.sleep)) as client:
        assert refusal_of(client, server.answers("/a", said)).code == "too_large"


def test_waiting_ends_when_the_run_is_asked_to_stop(server: Server, clock: Clock) -> None:
    pace = Pace(lambda: clock.slept > 1.5, clock, clock.sleep)
    with WebClient(Manners(), pace) as client, pytest.raises(StoppedWaiting):
        client.fetch(server.answers("/a", Said(status=503)))
    assert clock.slept < 3


def test_no_cookie_is_sent_back(server: Server, client: WebClient) -> None:
    for _ in range(2):
        client.fetch(server.answers("/a", Said(b"a", headers=(("Set-Cookie", "who=you"),))))
    assert all("cookie" not in asked.headers for asked in server.asked)
