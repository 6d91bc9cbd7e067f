"""The suite `same-bytes`: one corpus and one set of settings give one tree of files, wherever and however made."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from benchmarks.safety.making import Circumstances, Files, Made, make
from benchmarks.safety.packing import pack
from benchmarks.safety.suite import Outcome, Suite

_ZONES = (
    "UTC",
    "Europe/Brussels",
    "Pacific/Auckland",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Pago_Pago",
)
_LOCALES = ("C.UTF-8", "POSIX", "nl_BE.ISO-8859-1", "tr_TR.UTF-8")
_UMASKS = (0o022, 0o077, 0o002, 0o000)
_FOLDERS = ("plain", "with blanks and é", "x" * 60, "deep/er/and/deeper")
_AT_ONCE = 2
_PACKINGS = 2
# The order in which documents came is a fact of a corpus, and the bag tells it; these tell what the bag is, in every
# language of the site.
_TELL_THE_ORDER = frozenset(
    {
        "archief-bag.zip", "downloaden.html", "ro-crate-metadata.json", "manifest.sha256", "manifest-seal.txt",
        "site.zip", "site.zim",
    }
)  # fmt: skip
# Shards that were added to give the same answers, of other bytes; these tell what the shards are.
_SHARDS = "public/search/"
_TELL_THE_SHARDS = frozenset(
    {"manifest.sha256", "manifest-seal.txt", "meenemen.html", "site.zip", "site.zim"}
)


def run(points: int, folder: Path) -> Outcome:
    """Makes so many sites, each under circumstances of its own, and wheel and sdist twice; all are to be alike."""
    wanted = list(circumstances(points, folder))
    packings = [
        msgspec.structs.replace(one, folder=str(folder / f"packing {number}"))
        for number, one in enumerate(wanted[-_PACKINGS:])
    ]
    with ThreadPoolExecutor(_AT_ONCE) as several:
        made = list(several.map(make, wanted))
        packed = list(several.map(pack, packings))
    broken = [
        f"{_shown(one)}: {fault}"
        for one, files in zip(wanted[1:], made[1:], strict=True)
        for fault in differences(made[0], files, one)
    ]
    broken += [
        f"{_shown(one)}: {name} differs"
        for one, files in zip(packings, packed, strict=True)
        for name in differing(packed[0], files)
    ]
    figures = {
        "sites": str(len(made)),
        "files in each": str(len(made[0].site)),
        "builds of wheel and sdist": str(len(packed)),
    }
    return Outcome(len(made), tuple(broken), figures)


def control(folder: Path) -> Outcome:
    """Two programs, one of which depends on the order of sets and the other on the clock; both must be seen."""
    plain = Circumstances("", small=True)
    other = msgspec.structs.replace(plain, zone="Asia/Kathmandu", hashes="7", order=3)
    wanted = [
        msgspec.structs.replace(one, folder=str(folder / f"{fault} {number}"), fault=fault)
        for fault in ("hashes", "clock")
        for number, one in enumerate((plain, other))
    ]
    with ThreadPoolExecutor(_AT_ONCE) as several:
        first, second, third, fourth = several.map(make, wanted)
    sets, clock = list(differing(first.site, second.site)), list(differing(third.site, fourth.site))
    found = [f"hashes: {name} differs" for name in sets] + [f"clock: {name} differs" for name in clock]
    return Outcome(len(wanted), tuple(found) if sets and clock else ())


def circumstances(count: int, folder: Path) -> Iterator[Circumstances]:
    """So many circumstances: plain ones first, then others, each as unlike the one before as can be."""
    yield Circumstances(str(folder / "0"))
    for number in range(1, count):
        dice = random.Random(number)
        yield Circumstances(
            folder=str(folder / str(number) / _FOLDERS[number % len(_FOLDERS)]),
            zone=_ZONES[number % len(_ZONES)],
            locale=_LOCALES[number % len(_LOCALES)],
            hashes=str(dice.randrange(1, 2**32)),
            umask=_UMASKS[number % len(_UMASKS)],
            processes=1 + number % 3,
            order=number,
            came=dice.randrange(1, 1000) if number % 3 == 2 else 0,
            grown=number % 3 == 1,
        )


def differences(first: Made, made: Made, how: Circumstances) -> Iterator[str]:
    """What differs between a site and the first one that may not differ, however it was made."""
    left_out = _TELL_THE_ORDER if how.came else frozenset[str]()
    yield from (f"{name} differs" for name in differing(first.site, made.site) if _file(name) not in left_out)
    if how.grown:
        grown = (name for name in differing(first.site, made.grown) if not name.startswith(_SHARDS))
        yield from (f"{name} differs where it grew" for name in grown if _file(name) not in _TELL_THE_SHARDS)


def _file(name: str) -> str:
    return name.rpartition("/")[2]


def differing(one: Files, other: Files) -> Iterator[str]:
    """The names of files that only one of two trees has, or that have other bytes."""
    return (name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name))


def _shown(how: Circumstances) -> str:
    told: Iterable[tuple[str, object]] = msgspec.structs.asdict(how).items()
    plain: Sequence[tuple[str, object]] = list(msgspec.structs.asdict(Circumstances("")).items())
    return ", ".join(
        f"{name} {value!r}" for name, value in told if name != "folder" and (name, value) not in plain
    )


SUITE = Suite(
    name="same-bytes",
    short=3,
    long=26,
    run=run,
    variant="facts stand in the order of a set; times are those of the local clock, and files as a folder tells them",
    control=control,
)
