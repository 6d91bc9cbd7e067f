"""Makes the documents of the gold set anew: `python -m tests.gold.make`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from tests.gold.make.content import documents, held_out
from tests.gold.make.flatten import LAYOUTS, flatten
from tests.gold.make.office import write_pdfs
from tests.gold.make.shape import Written
from tests.gold.make.styles import look_of
from tests.gold.make.truth import truth_of
from tests.gold.make.word import word_document

FOLDER = Path(__file__).parent.parent / "documents"
_WITHOUT_HEADER_BLOCK = ("themes", "document_id", "dossier_id")


def folder_name(number: int, document: Written) -> str:
    return f"{number:02}-{document.slug}"


def text_files(number: int, document: Written) -> dict[str, str]:
    """The three texts and the truth of one document, by file name."""
    layouts: dict[str, object] = {
        name: {"absent": _WITHOUT_HEADER_BLOCK, "spoiled": _reference_spoils(document)}
        for name in ("pdf", "docx")
    }
    files: dict[str, str] = {}
    for layout in LAYOUTS:
        flat = flatten(document, layout)
        files[f"{layout}.txt"] = flat.text
        absent = () if layout == "lines" else _WITHOUT_HEADER_BLOCK
        layouts[layout] = {"absent": absent, "spoiled": flat.spoiled}
    look = look_of(number, document).as_truth()
    truth = truth_of(number, document, held_out=held_out(number), style=look, layouts=layouts)
    files["truth.json"] = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    return files


def _reference_spoils(document: Written) -> list[object]:
    flat = flatten(document, "words")
    labels = set(document.footnotes)
    return [
        pair
        for pair in flat.spoiled
        if pair[0][0] in labels or (pair[0][0][-1:] in labels and len(pair[1]) == 1)
    ]


def main() -> None:
    """Writes every document; those that are no longer made are removed."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        made = {folder_name(number, document): (number, document) for number, document in documents()}
        for folder, (number, document) in made.items():
            (work / f"{folder}.docx").write_bytes(word_document(document, look_of(number, document)))
        write_pdfs(sorted(work.glob("*.docx")), work)
        for old in FOLDER.glob("*"):
            if old.name not in made:
                shutil.rmtree(old)
        for folder, (number, document) in made.items():
            target = FOLDER / folder
            target.mkdir(parents=True, exist_ok=True)
            for name, text in text_files(number, document).items():
                (target / name).write_text(text, "utf-8")
            for suffix in ("docx", "pdf"):
                shutil.copyfile(work / f"{folder}.{suffix}", target / f"document.{suffix}")
    sys.stdout.write(f"{len(made)} documents in {FOLDER.name}/\n")


if __name__ == "__main__":
    main()
