"""Reads the file of the authority, where the settings name one."""

from __future__ import annotations

from pathlib import Path

from archive.config import Settings
from archive.errors import ConfigError
from archive.links.authority import Authority
from archive.links.authority_text import parse_authority


def read_authority(settings: Settings) -> Authority:
    """The authority of an archive; without a file one that joins nothing. Raises ConfigError."""
    if settings.authority is None:
        return Authority()
    path = Path(settings.authority)
    try:
        return parse_authority(path.read_text("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "this is no UTF-8 text", "save the file as UTF-8") from error
    except OSError as error:
        raise ConfigError(
            str(path), f"the file cannot be read ({error.strerror})", "name a file that can be read"
        ) from error
