"""The text of a paragraph of a Word document as its reader sees it, with what hangs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.line_maker import reference_mark
from archive.extract.links import LinkNotes
from archive.extract.package import Relation
from archive.extract.symbols import symbol
from archive.extract.word_names import MC, NAMES, M, R, W, switch_at, value_at
from archive.extract.word_notes import FoundNote, WordNotes
from archive.extract.word_styles import Styles

# Elements that only hold others.
_THROUGH = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_AWAY = frozenset({f"{W}del", f"{W}moveFrom"})
_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})


class _Field(msgspec.Struct):
    """A field that is open: its instruction, whether its result has begun, and where that begins in the text."""

    instruction: str = ""
    in_result: bool = False
    begin: int = 0


class RunReader:
    """Reads paragraphs one after the other; fields may run over several.

    After `text_of` there stand in `boxes` the text boxes and in `referred` the notes met in that paragraph.
    counts: words and pictures left out so far, by the code of the note about them.
    """

    def __init__(
        self,
        styles: Styles,
        relations: Mapping[str, Relation],
        notes: WordNotes,
        links: LinkNotes,
    ) -> None:
        self._styles = styles
        self._relations = relations
        self._notes = notes
        self._links = links
        self._fields: list[_Field] = []
        self._pieces: list[str] = []
        self._bold: list[bool] = []
        self.boxes: list[Element] = []
        self.referred: list[FoundNote] = []
        self.counts: Counter[str] = Counter()

    def text_of(self, paragraph: Element) -> str:
        """The text; line breaks are "\\n"."""
        self._pieces, self._bold, self.boxes, self.referred = [], [], [], []
        for field in self._fields:
            field.begin = 0
        self._walk(paragraph)
        return "".join(self._pieces)

    def was_bold(self) -> bool:
        """Whether all runs of the last paragraph that have a text are bold themselves."""
        return bool(self._bold) and all(self._bold)

    def _walk(self, parent: Element) -> None:
        for element in parent:
            if element.tag == f"{W}r":
                self._read_run(element)
            elif element.tag in _AWAY:
                self._count_words("deleted_text", element)
            elif element.tag == f"{W}sdt":
                self._walk_each(element, "w:sdtContent")
            elif element.tag == f"{W}hyperlink":
                self._read_link(element)
            elif element.tag in {f"{M}oMath", f"{M}oMathPara"}:
                self._add(formula_text(element))
            elif element.tag in _THROUGH:
                self._walk(element)

    def _walk_each(self, element: Element, name: str) -> None:
        for inner in element.iterfind(name, NAMES):
            self._walk(inner)

    def _read_link(self, element: Element) -> None:
        begin = len(self._pieces)
        self._walk(element)
        relation = self._relations.get(element.get(f"{R}id", ""))
        if relation is not None and relation.outside:
            self._links.add("".join(self._pieces[begin:]), relation.target)

    def _read_run(self, run: Element) -> None:
        properties = run.find("w:rPr", NAMES)
        style = value_at(properties, "w:rStyle")
        hidden = switch_at(properties, "w:vanish")
        if hidden or (hidden is None and self._styles.is_hidden(style)):
            self._count_words("hidden_text", run)
            return
        before = len(self._pieces)
        self._read_content(run)
        if any(piece.strip() for piece in self._pieces[before:]):
            bold = switch_at(properties, "w:b")
            self._bold.append(self._styles.is_bold(style) if bold is None else bold)

    def _read_content(self, run: Element) -> None:
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                self._add(element.text or "")
            elif tag in _MARKS:
                self._add(_MARKS[tag])
            elif tag == f"{W}sym":
                self._add(symbol(element.get(f"{W}char", ""), element.get(f"{W}font", "")))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                self._refer(element)
            elif tag == f"{W}fldChar":
                self._turn_field(element)
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1].instruction += element.text or ""
            elif tag == f"{W}ruby":
                self._walk_each(element, "w:rubyBase")
            elif tag == f"{MC}AlternateContent":
                self._read_alternative(element)
            elif tag in _PICTURES:
                self._read_picture(element)

    def _add(self, text: str) -> None:
        if all(field.in_result for field in self._fields):
            self._pieces.append(text)

    def _refer(self, element: Element) -> None:
        found = self._notes.refer(element)
        if found is not None:
            self.referred.append(found)
            self._add(reference_mark(found.label) if found.label else "")

    def _turn_field(self, element: Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            box = element.find("w:ffData/w:checkBox", NAMES)
            if box is not None:
                self._add_checkbox(box)
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            self._fields[-1].begin = len(self._pieces)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            target = _link_target(field.instruction)
            if target:
                self._links.add("".join(self._pieces[field.begin :]), target)

    def _add_checkbox(self, box: Element) -> None:
        checked = switch_at(box, "w:checked")
        # The box stands where its field begins, which has no result of its own.
        self._pieces.append("☒" if (switch_at(box, "w:default") if checked is None else checked) else "☐")

    def _read_alternative(self, element: Element) -> None:
        """The same in two forms, for newer and older readers: the first that has anything."""
        for choice in element:
            if choice.tag in {f"{MC}Choice", f"{MC}Fallback"} and len(choice):
                self._read_content(choice)
                return

    def _read_picture(self, element: Element) -> None:
        boxes = list(element.iter(f"{W}txbxContent"))
        inner = {id(found) for box in boxes for found in box.iter(f"{W}txbxContent") if found is not box}
        self.boxes += [box for box in boxes if id(box) not in inner]
        if not boxes:
            self.counts["picture"] += 1

    def _count_words(self, code: str, element: Element) -> None:
        texts = [text.text or "" for text in element.iter() if text.tag in {f"{W}t", f"{W}delText"}]
        self.counts[code] += len("".join(texts).split())


def formula_text(element: Element) -> str:
    """A formula in one line: fractions with a slash."""
    if element.tag == f"{M}t":
        return element.text or ""
    inner = [formula_text(child) for child in element]
    if element.tag == f"{M}f":
        return "/".join(text for text in inner if text)
    return "".join(inner)


def _link_target(instruction: str) -> str:
    """The address in the instruction of a field: HYPERLINK "https://…"."""
    word, _, rest = instruction.strip().partition(" ")
    target = rest.strip()
    return target[1:].partition('"')[0] if word.upper() == "HYPERLINK" and target.startswith('"') else ""
