"""What a ZIM file says of itself (https://wiki.openzim.org/wiki/Metadata), told by the settings and the corpus.

Nothing in it comes from the clock or the computer: its date is the day on which the last document came.
"""

from __future__ import annotations

from archive import __version__
from archive.config import Settings
from archive.errors import ArchiveError
from archive.render.catalogue import load_catalogue
from archive.render.copy_page import CopyFacts
from archive.text.slugs import slug

# Characters that the rules of the format leave for each.
_TITLE_LENGTH, _DESCRIPTION_LENGTH = 30, 80
_CODES = {"nl": "nld", "en": "eng", "fr": "fra"}
_TAGS = ("parliament", "written questions", "_ftindex:no", "_pictures:no", "_videos:no", "_details:yes")
ZIM_DESCRIPTION = "Written questions and answers: to search, to read and to keep"
ZIM_LONG_DESCRIPTION = (
    "This archive holds written questions of members of parliament with the answers of the ministers: "
    "to search, to read and to keep."
)
ZIM_TEXTS = (ZIM_DESCRIPTION, ZIM_LONG_DESCRIPTION)


def zim_metadata(settings: Settings, facts: CopyFacts) -> dict[str, str]:
    """The metadata by name. Raises ArchiveError for an empty corpus, which has no date."""
    if facts.came_on is None:
        raise ArchiveError(
            "--zim",
            "the corpus holds no record, and a ZIM file needs a date",
            "fill it with `archive ingest PATH`",
        )
    catalogue = load_catalogue(settings.language)
    languages = dict.fromkeys((settings.document_language, *settings.site_languages))
    metadata = {
        "Title": shortened(settings.title, _TITLE_LENGTH),
        "Name": f"{slug(settings.title)}_{settings.language}",
        "Description": shortened(catalogue.gettext(ZIM_DESCRIPTION), _DESCRIPTION_LENGTH),
        "LongDescription": catalogue.gettext(ZIM_LONG_DESCRIPTION),
        "Language": ",".join(_CODES[language] for language in languages),
        "Creator": settings.publisher,
        "Publisher": settings.title,
        "Date": facts.came_on.isoformat(),
        "License": " – ".join(filter(None, (settings.licence, settings.licence_url))),
        "Tags": ";".join(_TAGS),
        "Scraper": f"vraagarchief {__version__}",
    }
    return metadata | ({"Source": settings.base_url} if settings.base_url else {})


def shortened(text: str, length: int) -> str:
    """The text, cut between two words with an ellipsis where it has more characters than `length`."""
    if len(text) <= length:
        return text
    cut = text[:length].rpartition(" ")[0] or text[: length - 1]
    return f"{cut}…"
