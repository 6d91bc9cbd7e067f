"""Small documents made in the tests."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extract import read_source
from archive.model.document import Document, Source


def read_document(content: bytes, name: str = "x") -> Document:
    """The one document in a content."""
    (found,) = read_source(Source(name, content))
    assert isinstance(found, Document)
    return found


def texts(document: Document) -> list[str]:
    """The texts of the lines that are not empty."""
    return [line.text for line in document.lines if line.text.strip()]


def make_pdf(pages: Sequence[Sequence[tuple[float, float, str]]], trailer: str = "") -> bytes:
    """A PDF with text (x, y from below, text) on pages of 595 by 842 points, in Helvetica of 11 points."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for index, page in enumerate(pages):
        stream = "\n".join(f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in page)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        bodies.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    made = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = len(made)
    made += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n"
    made += "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    return made.encode("latin-1")
