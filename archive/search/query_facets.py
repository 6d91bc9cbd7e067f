"""Values of facets in a query: what `partij:`, `soort:` and `heeft:` take, and when a document has such a value."""

from __future__ import annotations

from archive.search.query_tree import Facet
from archive.text.tokens import fold, words

# Facet and key of its value, and what a reader may write for it behind `soort:`, as keys, Dutch, English and French.
_KIND_NAMES: dict[tuple[str, str], str] = {
    ("kind", "writtenquestion"): "vraag schriftelijkevraag question writtenquestion questionecrite",
    ("kind", "supportingdocument"): "document bijbehorenddocument supportingdocument documentdappui",
    ("answer_kind", "substantive"): "beantwoord inhoudelijk answered substantive reponsedonnee repondu",
    ("answer_kind", "partial"): (
        "deels deelsbeantwoord gedeeltelijk answeredinpart partial reponsepartielle partielle"
    ),
    ("answer_kind", "nodata"): (
        "geengegevens geencijfers geengegevensbeschikbaar nofiguresavailable nodata "
        "pasdechiffresdisponibles pasdechiffres"
    ),
    ("answer_kind", "referral"): (
        "verwijzing verwijzend verwijstnaareenanderantwoord referstoanotheranswer referral "
        "renvoiauneautrereponse renvoi"
    ),
    ("answer_kind", "notcompetent"): (
        "onbevoegd nietbevoegd ministernietbevoegd ministernotcompetent notcompetent "
        "ministrenoncompetent noncompetent"
    ),
    ("answer_kind", "holding"): (
        "voorlopig voorlopigantwoord provisionalanswer provisional holding reponseprovisoire provisoire"
    ),
    ("answer_kind", "coordinated"): (
        "gecoordineerd gecoordineerdantwoord coordinatedanswer coordinated reponsecoordonnee coordonnee"
    ),
    ("answer_kind", "none"): "onbeantwoord nietbeantwoord notanswered unanswered none sansreponse",
}
KINDS = {name: Facet(*facet) for facet, names in _KIND_NAMES.items() for name in names.split()}

# Behind `heeft:`.
POSSESSIONS = {
    name: Facet("has_table", "yes")
    for name in ("tabel", "tabellen", "table", "tables", "tableau", "tableaux")
}


def value_key(value: str) -> str:
    """What a value is known by: its letters and digits alone, so that N-VA, n-va and NVA are one."""
    return "".join(character for character in fold(value) if character.isalnum())


def value_keys(value: str) -> frozenset[str]:
    """The keys that find a value of a document: that of the whole, and those of its words ("vld" in "Open Vld")."""
    return frozenset({value_key(value), *map(value_key, words(value))})
