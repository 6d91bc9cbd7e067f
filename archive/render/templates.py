"""The Jinja environment: a view goes in, the text of its page comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from archive.config import Settings
from archive.links.names import FOLDERS, MENU_KINDS
from archive.model.addresses import (
    ANSWER_ANCHOR,
    QUESTION_ANCHOR,
    cell_anchor,
    series_address,
    table_address,
    table_anchor,
)
from archive.model.blocks import Block, Check
from archive.model.footnotes import footnote_anchor
from archive.render.catalogue import Catalogue, load_catalogue
from archive.render.citing import citing_view
from archive.render.codebook_page import with_code
from archive.render.comparison_page import difference_text
from archive.render.comparison_wording import ANSWER_FATE_WORDING, FATE_WORDING, QUESTION_FATE_WORDING
from archive.render.folding import folding
from archive.render.formats import (
    day_text,
    number_text,
    portfolio_text,
    short_year,
    size_text,
)
from archive.render.kept_cards import KeptCards
from archive.render.note_texts import Quoting, check_text, note_text, place_text
from archive.render.prose import Mention, linked_prose
from archive.render.quick_environment import QuickEnvironment
from archive.render.search_examples import example_meaning
from archive.render.table_cells import body_rows, head_rows
from archive.render.table_drawings import table_drawings
from archive.render.trees import PageLink, Tree, alternates, site_trees
from archive.render.views import PageView
from archive.render.web_addresses import site_base
from archive.render.wording import (
    ANSWER_EXPLANATION,
    ANSWER_WORDING,
    DEADLINE_WHY,
    DEADLINE_WORDING,
    FIELD_WORDING,
    NOTE_WORDING,
    ORIGIN_WORDING,
    READING_LISTS,
    TOPIC_WORDING,
    TOPICS_WORDING,
)
from archive.search.query_help import help_in
from archive.search.query_wording import in_words_of
from archive.text.web_address import web_address

# The marks are those that HTML knows; the two line ends are none in JSON but were in JavaScript.
_UNSAFE_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class SiteFacts:
    """What stands on every page.

    menu: address and name of each entry of the main menu. deadlines: whether the terms of answers are shown.
    base: the address of the site's root on the web with a slash at its end, if it has one. trees: those of the site,
    in the order in which the reader chooses among them; tree: the one of the page.
    """

    title: str
    publisher: str
    licence: str
    licence_url: str | None
    menu: tuple[tuple[str, str], ...]
    tree: Tree
    trees: tuple[Tree, ...]
    deadlines: bool = True
    base: str | None = None

    @property
    def language(self) -> str:
        """The language of the page's interface."""
        return self.tree.language

    def canonical(self, view: PageView) -> str | None:
        """The one address on the web of what a page shows; None where the site has none, or the page shows nothing."""
        shown = view.shows
        return None if self.base is None or shown is None else self.tree.whole_address(self.base, shown)

    def alternates(self, view: PageView) -> tuple[tuple[str, str], ...]:
        """The language and the address on the web of a page in each tree, by the codes that search engines know.

        None where the site has no address or but one tree, or another page shows the same.
        """
        if self.base is None or len(self.trees) == 1 or view.shows != view.address:
            return ()
        return alternates(self.trees, self.base, view.address)


@dataclass(frozen=True)
class PageTemplates:
    """Renders views into pages, in one language, for one site, one page after the other."""

    environment: Environment
    site: SiteFacts
    catalogue: Catalogue
    base_path: str | None
    link: PageLink

    def page(self, view: PageView) -> str:
        """The HTML of a page. Every link in it is relative to the page's own address."""
        heading = self.catalogue.gettext(view.heading) if view.heading_is_message else view.heading
        # A web server shows this page at any address, so that only links from the root lead home.
        if view.page_kind == "not-found" and self.base_path:
            self.link.start_at(self.base_path)
        else:
            self.link.go_to(view.address)
        context = {"view": view, "heading": heading, "site": self.site}
        return self.environment.get_template(view.template).render(context)


def tree_templates(settings: Settings, folder: Path) -> tuple[PageTemplates, ...]:
    """The templates in `folder` for each tree of a site with these settings, that at its root first."""
    return tuple(page_templates(settings, folder, tree) for tree in site_trees(settings))


def page_templates(settings: Settings, folder: Path, tree: Tree | None = None) -> PageTemplates:
    """The templates in `folder`, for one tree of a site with these settings; without one for that at its root."""
    trees = site_trees(settings)
    tree = tree or trees[0]
    settings = msgspec.structs.replace(settings, language=tree.language)
    catalogue = load_catalogue(settings.language)
    # Autoescape is on for every template, whatever its name: Jinja's own choice leaves out ".html.j2".
    environment = QuickEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[folding(catalogue.gettext)],
    )
    link = PageLink(tree)
    environment.globals["link"] = link
    _add_words(environment, settings, catalogue)
    environment.globals["citing_view"] = lambda record: citing_view(record, settings)
    environment.lasting = frozenset(environment.globals)
    pages = (
        *((f"{FOLDERS[kind]}/index.html", TOPICS_WORDING[kind]) for kind in MENU_KINDS),
        ("nieuw.html", "Newest"),
    )
    site = SiteFacts(
        title=settings.title,
        publisher=settings.publisher,
        licence=settings.licence,
        licence_url=web_address(settings.licence_url),
        menu=tuple((address, catalogue.gettext(name)) for address, name in pages),
        tree=tree,
        trees=trees,
        deadlines=settings.deadlines != "none",
        base=site_base(settings.base_url),
    )
    base_path = f"{urlsplit(settings.base_url).path.rstrip('/')}/" if settings.base_url else None
    return PageTemplates(environment, site, catalogue, base_path, link)


def json_for_script(value: object) -> Markup:
    """JSON that may stand inside a script element: no character in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE_IN_SCRIPT))  # noqa: S704


def _language_mark(language: str, around: str) -> str:
    """The attribute for words in a language that stand among words in another; "" where both are one."""
    return "" if language == around else Markup(' lang="{}"').format(language)


def _quoting(mark: str) -> Quoting | None:
    """How the words of a document are quoted in a sentence of the site; None where both are in one language."""
    return (lambda words: Markup("<span{}>{}</span>").format(Markup(mark), words)) if mark else None  # noqa: S704


def _add_words(environment: QuickEnvironment, settings: Settings, catalogue: Catalogue) -> None:
    cards, language = KeptCards(), settings.language
    quoting = _quoting(_language_mark(settings.document_language, language))
    environment.globals.update(
        {
            "_": _translator(catalogue),
            "ngettext": _number_translator(catalogue),
            # Words of the site that stand within the text of a document.
            "page_lang": _language_mark(language, settings.document_language),
            "cell_anchor": cell_anchor,
            "series_address": series_address,
            "kept_facts": cards.get,
            "keep_facts": cards.keep,
            "table_anchor": table_anchor,
            "footnote_anchor": footnote_anchor,
            "question_anchor": QUESTION_ANCHOR,
            "answer_anchor": ANSWER_ANCHOR,
            "table_address": table_address,
            "document_language": settings.document_language,
            "query_help": help_in(language),
            # Words of a document that stand among those of the site.
            "text_lang": _language_mark(settings.document_language, language),
        }
    )
    environment.filters.update(
        {
            "day": lambda date: day_text(date, language),
            "number": lambda number: number_text(number, language),
            "file_size": lambda size: size_text(size, language),
            "portfolio": portfolio_text,
            "prose": _linker(catalogue),
            "web_address": web_address,
            "block_kind": block_kind,
            "agreeing": agreeing,
            "table_drawings": lambda table: table_drawings(table, catalogue),
            "head_rows": head_rows,
            "body_rows": body_rows,
            "json_for_script": json_for_script,
            "with_code": with_code,
            "answer_wording": ANSWER_WORDING.__getitem__,
            "answer_explanation": ANSWER_EXPLANATION.__getitem__,
            "deadline_wording": DEADLINE_WORDING.__getitem__,
            "deadline_why": DEADLINE_WHY.__getitem__,
            "fate_wording": FATE_WORDING.__getitem__,
            "question_fate_wording": QUESTION_FATE_WORDING.__getitem__,
            "answer_fate_wording": ANSWER_FATE_WORDING.__getitem__,
            "difference": lambda difference: difference_text(difference, catalogue),
            "note_wording": NOTE_WORDING.get,
            "note_text": lambda note: note_text(note, catalogue, quoting),
            "check_text": lambda check: check_text(check, catalogue, quoting),
            # Documents have the same few places, "answer, line 61".
            "place_text": lru_cache(maxsize=8192)(lambda place: place_text(place, catalogue, quoting)),
            "field_wording": FIELD_WORDING.__getitem__,
            "origin_wording": ORIGIN_WORDING.__getitem__,
            "reading_list_wording": READING_LISTS.__getitem__,
            "in_query_words": lambda query: in_words_of(query, language),
            "example_meaning": lambda example: example_meaning(example, catalogue),
            "short_year": short_year,
        }
    )


def _linker(catalogue: Catalogue) -> Callable[..., Markup]:
    def label(mention: Mention) -> str:
        return f"{catalogue.gettext(TOPIC_WORDING[mention.kind])}: {mention.name}"

    def prose_with_links(text: str, mentions: Sequence[Mention], link: Callable[[str], str]) -> Markup:
        """The text of a paragraph with its mentions of topics as links; `link` as in every template."""
        return linked_prose(text, mentions, link, label)

    return prose_with_links


def block_kind(block: Block) -> str:
    """The name of a block's type, as in the record: "paragraph", "list", …"""
    return str(block.__struct_config__.tag)


def agreeing(checks: Sequence[Check]) -> int:
    """How many checks agree."""
    return sum([check.agrees for check in checks])


def _translator(catalogue: Catalogue) -> Callable[..., str]:
    def translate(message: str, /, **values: object) -> str:
        """The message in the language of the site, its places filled; what fills them is escaped."""
        return _filled(catalogue.gettext(message), values)

    return translate


def _number_translator(catalogue: Catalogue) -> Callable[..., str]:
    def translate(singular: str, plural: str, number: int, /, **values: object) -> str:
        return _filled(catalogue.ngettext(singular, plural, number), values)

    return translate


def _filled(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(str(escape(text)) % escaped)  # noqa: S704 - the text and what fills it are escaped
