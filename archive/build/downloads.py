"""The exports that the site offers to download, written into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.build.atom import atom_chunks
from archive.build.copies import copy_report
from archive.build.files import SiteFiles
from archive.build.take_along import OFFER_FOLDER
from archive.build.zim_copy import media_type
from archive.config import Settings
from archive.export.forms import Form, OneFile, SeveralFiles
from archive.export.registry import EXPORTS
from archive.export.shelves import write_files
from archive.export.writing import write_whole
from archive.render.download_page import OfferedFile
from archive.store.corpus import Corpus
from archive.text.slugs import slug

FORMS: dict[str, Form] = {**EXPORTS, "atom": OneFile("a feed of every record", atom_chunks)}
_ENDS = {
    "atom": ".atom",
    "bibtex": ".bib",
    "csl": ".csl.json",
    "jsonl": ".jsonl",
    "ris": ".ris",
    "sqlite": ".db",
    "tables": "-tables.csv",
}


def export_names(settings: Settings) -> dict[str, str]:
    """The name of the file of each export: "vraagarchief-csv.zip"."""
    stem = slug(settings.title)
    return {
        form: f"{stem}-{form}.zip" if isinstance(how, SeveralFiles) else stem + _ENDS[form]
        for form, how in FORMS.items()
    }


def write_downloads(corpus: Corpus, settings: Settings, files: SiteFiles) -> Iterator[OfferedFile]:
    """Writes each export that the settings name into the site. Raises ArchiveError."""
    names = export_names(settings)
    folder = files.stage / OFFER_FOLDER
    for form in dict.fromkeys(settings.downloads):
        folder.mkdir(exist_ok=True)
        for path in _write(FORMS[form], corpus, settings, folder / names[form]):
            report = copy_report(form, path)
            address = path.relative_to(files.stage).as_posix()
            files.settle(address, report.sha256)
            yield OfferedFile(form, address, media_type(path.name), report.bytes, report.sha256)


def _write(form: Form, corpus: Corpus, settings: Settings, path: Path) -> Iterator[Path]:
    """Writes one export; the files that it consists of come back."""
    if isinstance(form, SeveralFiles):
        write_files(path, lambda shelf: form.write(corpus, settings, shelf), form.is_ours)
        yield path
        return
    write_whole(path, form.chunks(corpus, settings))
    yield path
    for name, content in (form.beside(corpus, settings, path) if form.beside else {}).items():
        write_whole(path.with_name(name), [content])
        yield path.with_name(name)
