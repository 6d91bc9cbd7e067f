"""The command `archive`."""


def main() -> None:
    raise SystemExit("not yet")
