"""Writes pages in every tree of a site: each view is made once, and its page in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archive.build.files import SiteFiles
from archive.errors import ArchiveError
from archive.render.catalogue import Catalogue
from archive.render.templates import PageTemplates
from archive.render.trees import Tree
from archive.render.views import PageView

Worded = Callable[[Catalogue], Iterable[PageView]]
"""Views with words of one language in them."""


@dataclass(frozen=True)
class PageTrees:
    """The templates of a site by tree, that at its root first."""

    templates: tuple[PageTemplates, ...]

    @property
    def first(self) -> PageTemplates:
        """The templates of the pages at the root."""
        return self.templates[0]

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The trees, that at the root first."""
        return self.first.site.trees

    def write(self, views: Iterable[PageView], files: SiteFiles) -> list[str]:
        """Writes the page of each view in every tree; their addresses within a tree come back. Raises ArchiveError."""
        addresses = []
        for view in views:
            for templates in self.templates:
                _write(view, templates, files)
            addresses.append(view.address)
        return addresses

    def write_worded(self, views_in: Worded, files: SiteFiles) -> list[str]:
        """The same for views that are made anew for each language, with the same addresses in all."""
        addresses: list[str] = []
        for templates in self.templates:
            addresses = []
            for view in views_in(templates.catalogue):
                _write(view, templates, files)
                addresses.append(view.address)
        return addresses


def _write(view: PageView, templates: PageTemplates, files: SiteFiles) -> None:
    files.write(templates.site.tree.folder + view.address, templates.page(view).encode("utf-8"))


def check_addresses(addresses: Iterable[str], trees: Iterable[Tree]) -> None:
    """Raises ArchiveError where two pages have one address. addresses: those within each tree."""
    seen: set[str] = set()
    within = tuple(addresses)
    for address in (tree.folder + one for tree in trees for one in within):
        if address in seen:
            raise ArchiveError(
                address, "two pages have this address", "report it to us: this is a fault of the program"
            )
        seen.add(address)
