"""Every message id that templates and code use, found by reading them."""

from __future__ import annotations

from functools import cache

from babel.messages.extract import extract_from_dir

from archive.build.crate import CRATE_TEXTS
from archive.build.sitemap import OPENSEARCH_DESCRIPTION
from archive.build.zim_facts import ZIM_TEXTS
from archive.render.copy_page import COPY_HEADING, README_TEXTS
from archive.render.count_charts import COUNT_TEXTS
from archive.render.download_page import DOWNLOAD_TEXTS
from archive.render.feeds import FEED_TEXTS
from archive.render.figure_pages import FIGURE_TEXTS
from archive.render.front_pages import NOT_FOUND_HEADING
from archive.render.note_texts import ALL_TEXTS
from archive.render.pattern_page import PATTERN_TEXTS
from archive.render.periods import PERIOD_TEXTS
from archive.render.reading_pages import READING_HEADING, REFUSED_HEADING
from archive.render.search_examples import MEANINGS
from archive.render.series_pages import SERIES_TEXTS
from archive.render.shipped import shipped_folder
from archive.render.story_views import STORY_TEXTS
from archive.render.table_drawings import DRAWING_TEXTS
from archive.render.term_pages import COLUMNS, LATE_HEADING, OPEN_HEADING, TERMS_HEADING
from archive.render.topic_pages import CONTENTS_TEXTS
from archive.render.withdrawn_pages import HEADINGS as WITHDRAWN_HEADINGS
from archive.render.wording import ALL_WORDINGS
from archive.search.messages import JS_MESSAGES
from archive.search.query_help import HELP_TEXTS

HEADINGS = (
    NOT_FOUND_HEADING,
    READING_HEADING,
    REFUSED_HEADING,
    TERMS_HEADING,
    LATE_HEADING,
    OPEN_HEADING,
    *COLUMNS,
    COPY_HEADING,
    *README_TEXTS,
    *ZIM_TEXTS,
    *FEED_TEXTS,
    *PERIOD_TEXTS,
    *STORY_TEXTS,
    *CONTENTS_TEXTS,
    *WITHDRAWN_HEADINGS,
    *CRATE_TEXTS,
    *DOWNLOAD_TEXTS,
    OPENSEARCH_DESCRIPTION,
    *DRAWING_TEXTS,
    *COUNT_TEXTS,
    *FIGURE_TEXTS,
    *PATTERN_TEXTS,
    *SERIES_TEXTS,
)


@cache
def used_messages() -> dict[str, str | None]:
    """Message ids, each with its plural id where it has one."""
    found: dict[str, str | None] = dict.fromkeys(
        (*ALL_WORDINGS, *ALL_TEXTS, *HEADINGS, *MEANINGS, *JS_MESSAGES.values(), *HELP_TEXTS)
    )
    for _, _, message, _, _ in extract_from_dir(
        shipped_folder("templates"),
        method_map=[("**.j2", "jinja2")],
        keywords={"_": None, "ngettext": (1, 2)},
    ):
        if isinstance(message, tuple):
            found[message[0]] = message[1]
        else:
            found.setdefault(message, None)
    return found
