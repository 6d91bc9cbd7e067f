"""The trees of a site's pages: one for each language that its reader can choose.

The language that the site was made for has its pages at the root, every other one in a folder of its own; an address
within a tree is the same in all. What is no page stands once, at the root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.config import Settings
from archive.render.web_addresses import whole_address

# Each language as those who speak it call it.
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English", "fr": "Français"}
ANY_LANGUAGE = "x-default"


@dataclass(frozen=True)
class Tree:
    """The pages in one language. folder: from the site's root, with a slash at its end; "" for the root itself."""

    language: str
    folder: str = ""

    @property
    def name(self) -> str:
        """What the language is called in itself."""
        return LANGUAGE_NAMES[self.language]

    def whole_address(self, base: str, address: str) -> str:
        """The address on the web of a page of the tree. base: of the site's root, with a slash at its end."""
        return whole_address(base + self.folder, address)


class PageLink:
    """Makes the address of a page or a file one that holds on the page that is being made.

    It is known to all templates alike, so that those with macros are made once, not for every page that imports them.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.go_to("")

    def go_to(self, address: str) -> None:
        """From now on the page that is being made is the one with this address in its tree."""
        up = "../" * address.count("/")
        self._pages = up
        self._files = up + "../" * self._tree.folder.count("/")

    def start_at(self, root: str) -> None:
        """From now on it is a page that is seen at any address. root: the path of the site's root, with a slash."""
        self._pages = root + self._tree.folder
        self._files = root

    def __call__(self, address: str) -> str:
        """The link to a page of the same tree, or to a file."""
        # A full stop stands in addresses before their ending only: slugs have none.
        return (self._pages if ".html" in address else self._files) + address

    def across(self, tree: Tree, address: str) -> str:
        """The link to a page of any tree."""
        return self._files + tree.folder + address


def site_trees(settings: Settings) -> tuple[Tree, ...]:
    """The trees of a site with these settings, that at its root first."""
    first, *others = settings.site_languages
    return (Tree(first), *(Tree(language, f"{language}/") for language in others))


def alternates(trees: Sequence[Tree], base: str, address: str) -> tuple[tuple[str, str], ...]:
    """The language and the address on the web of one page in each tree, as search engines are told them.

    The last one is for readers of all other languages. base: the address of the site's root, with a slash at its end.
    """
    whole = [(tree.language, tree.whole_address(base, address)) for tree in trees]
    return (*whole, (ANY_LANGUAGE, whole[0][1]))
