"""Words that tell the header of a table in an answer."""

from __future__ import annotations

# Words that name the first column, whose cells name the rows.
LABEL_NAMES = frozenset(
    """arrondissement begunstigde categorie datum domein doelgroep diploma gebied gemeente geslacht instelling
    instrument jaar kwartaal leeftijd leeftijdscategorie leeftijdsgroep leeftijdsklasse maand maatregel naam
    nationaliteit niveau onderdeel onderwerp organisatie periode project provincie reden regio school schooljaar sector
    soort sport sporttak stad statuut steunmaatregel termijn thema traject type vorm waarden werkjaar zorgkas""".split()  # noqa: SIM905
)


def names_labels(text: str) -> bool:
    """Whether a header begins with the name of the column that names the rows ("Provincie", "Jaar")."""
    return text.split(" ", 1)[0].casefold() in LABEL_NAMES
