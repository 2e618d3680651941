"""Templates rebuilt from public reports: what is right of each (``templates/README.md``)."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from lxml import etree

import octavo
from octavo.ooxml import open_package, qn, write_package

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "templates"
VALUE = qn("w:val")


def data_of(name: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {"brief": record, **record}


class Made:
    """What a template gives, part by part."""

    def __init__(self, name: str) -> None:
        self.program = octavo.compile_template(FOLDER / f"{name}.docx")
        self.content = self.program.render(data_of(name))
        with ZipFile(io.BytesIO(self.content)) as archive:
            self.parts = {each: archive.read(each) for each in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])[0]
        self.paragraphs = [block.text for block in octavo.read_text(self.content)]
        assert octavo.check_template(self.content) == ()

    def elements(self, name: str) -> Iterator[etree._Element]:
        return self.body.iter(qn(name))


def codes(made: Made) -> list[str]:
    return [(code.text or "").strip() for code in made.elements("w:instrText")]


def test_what_a_field_shows_is_no_content() -> None:
    made = Made("01-toc-entry-from-loop")
    assert {field.path for field in made.program.fields} == {"findings", "findings[].title"}
    assert made.paragraphs[2:] == ["Alpha", "Text of Alpha", "Beta", "Text of Beta"]
    assert b"{{" not in made.parts["word/document.xml"]


def test_stale_contents_are_marked_and_told() -> None:
    made = Made("01b-toc-stale")
    begin = next(made.elements("w:fldChar"))
    assert begin.get(qn("w:dirty")) == "true"
    assert b"updateFields" in made.parts["word/settings.xml"]
    (note,) = made.program.warnings
    assert note.rule == "field-stale"
    assert "TOC" in note.message


@pytest.mark.parametrize(("done", "state"), [(True, "1"), (False, "0")])
def test_the_state_of_a_box_follows_its_sign(done: bool, state: str) -> None:
    content = octavo.render(FOLDER / "02-checkbox-state.docx", {"done": done})
    with ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert next(root.iter(qn("w14:checked"))).get(qn("w14:val")) == state


def test_a_property_that_a_field_prints_is_filled() -> None:
    made = Made("03-docproperty")
    assert b"Acme" in made.parts["docProps/custom.xml"]
    assert made.paragraphs == ["For Acme"]


@pytest.mark.parametrize("name", ["05-table-only-loop", "05c"])
def test_two_tables_never_become_neighbours(name: str) -> None:
    made = Made(name)
    tags = [child.tag for child in made.body if child.tag != qn("w:sectPr")]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(tags))
    assert made.paragraphs.count("") == sum(tag == qn("w:tbl") for tag in tags) - 1


def test_a_copy_takes_its_references_along() -> None:
    made = Made("09b-caption-and-reference-in-loop")
    names = [mark.get(qn("w:name")) for mark in made.elements("w:bookmarkStart")]
    anchors = [link.get(qn("w:anchor")) for link in made.elements("w:hyperlink")]
    references = [code.split()[1] for code in codes(made) if code.startswith("REF")]
    assert len(set(names)) == 2
    assert names == anchors == references


def test_a_merged_label_moves_to_the_first_printed_row() -> None:
    made = Made("11-merged-label-over-row-loop")
    merges = [merge.get(VALUE) or "continue" for merge in made.elements("w:vMerge")]
    assert merges == ["restart", "continue"]
    assert made.paragraphs == ["Team", "A", "B", "Total", "2"]


def test_no_part_of_a_diagram_keeps_a_tag() -> None:
    made = Made("13-smartart")
    assert not [name for name, data in made.parts.items() if b"{{" in data]
    assert b"Vision" in made.parts["word/diagrams/data1.xml"]
    assert b"Vision" in made.parts["word/diagrams/drawing1.xml"]


@pytest.mark.parametrize("kind", ["relative", "share", "tel"])
def test_a_link_that_a_person_typed_stays(kind: str) -> None:
    made = Made(f"30-link-{kind}")
    assert made.paragraphs == ["here A"]
    assert b"hyperlink" in made.parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    ("name", "words"), [("32-sensitivity-label", "label"), ("75-addin", "add-in")]
)
def test_what_only_travels_is_dropped_with_a_word(name: str, words: str) -> None:
    (note,) = Made(name).program.warnings
    assert (note.rule, note.level.value) == ("metadata-removed", "note")
    assert words in note.message


@pytest.mark.parametrize("number", [0, 4, 8])
def test_a_missing_field_is_no_fault_of_type(number: int) -> None:
    with pytest.raises(octavo.RenderError, match="“x” has no “y”"):
        Made(f"82-missing-{number}")


@pytest.mark.parametrize(
    ("name", "hints"),
    [
        ("j02-format", ["price|number(2)", "'%.2f'|format(price)"]),
        ("j03-strftime", ["day|date('dd/MM/yyyy')"]),
    ],
)
def test_a_hint_names_the_filter_and_following_it_works(
    name: str, hints: list[str], tmp_path: Path
) -> None:
    with pytest.raises(octavo.TemplateError) as caught:
        Made(name)
    for finding, hint in zip(caught.value.findings, hints, strict=True):
        assert hint in finding.hint
        followed = tmp_path / "t.md"
        followed.write_text(f"{{{{ {hint} }}}}", encoding="utf-8")
        assert octavo.render(followed, data_of(name))


def test_check_and_render_see_the_same_names() -> None:
    made = Made("j08-key-with-space")
    assert [field.path for field in made.program.fields] == ["brief.First name", "row.Last name"]
    assert made.paragraphs == ["Ann Lee"]


def test_a_namespace_counts() -> None:
    assert Made("j12-namespace").paragraphs == ["3"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("d4-header", "text"),
        ("d5-checkbox-state-only", "control"),
        ("d12-field-code", "field"),
        ("d20-tag-in-field-code", "field"),
    ],
)
def test_a_comparison_says_what_differs(name: str, words: str) -> None:
    found = octavo.compare(FOLDER / f"{name}.1.docx", FOLDER / f"{name}.2.docx")
    assert words in " ".join(one.message for one in found)


_SEEN = ("w:t", "w:instrText", "w:sdt", "w:tbl", "w:tr", "w:p")


def without_first(root: etree._Element, kind: str) -> bytes | None:
    """The part without the first element of a kind that says something."""
    copied = deepcopy(root)
    for one in copied.iter(qn(kind)):
        parent = one.getparent()
        if parent is not None and "".join(map(str, one.itertext())).strip():
            parent.remove(one)
            return etree.tostring(copied)
    return None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.docx")), ids=lambda path: path.stem)
def test_what_is_taken_out_of_a_file_is_told_both_ways(path: Path) -> None:
    package = open_package(path)
    assert octavo.compare(path, path) == ()
    root = package.parts[package.main].root
    for changed in filter(None, (without_first(root, kind) for kind in _SEEN)):
        other = write_package(package, {package.main: changed})
        assert octavo.compare(path, other)
        assert octavo.compare(other, path)
