from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES
from octavo.word.streams import OBJECT, Nature, drawing_stream, streams


def paragraph(inner: str) -> etree._Element:
    spaces = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in ("w", "m", "a"))
    return etree.fromstring(f"<w:p {spaces}>{inner}</w:p>")


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def test_a_text_reads_as_one_through_runs_links_and_marks() -> None:
    inner = run("<w:t>{{ na</w:t>") + "<w:proofErr/>"
    inner += f"<w:hyperlink>{run('<w:t>me }}</w:t><w:tab/><w:drawing/>')}</w:hyperlink>"
    (visible,) = streams(paragraph(inner))
    assert visible.text == "{{ name }}\t" + OBJECT


def test_the_code_of_a_field_and_a_formula_are_texts_of_their_own() -> None:
    code = run("<w:instrText>REF </w:instrText>") + run("<w:instrText>a</w:instrText>")
    field = run('<w:fldChar w:fldCharType="begin"/>') + code
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>y</m:t></m:r></m:oMath>"
    found = streams(paragraph(field + run('<w:fldChar w:fldCharType="end"/>') + formula))
    assert [(one.nature, one.text) for one in found[1:]] == [
        (Nature.CODE, "REF a"),
        (Nature.MATH, "xy"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "insert", "left"),
    [(1, 3, "-", ["a-", "d"]), (0, 2, "", ["", "cd"]), (2, 2, "x", ["ab", "cd"])],
)
def test_characters_are_taken_out_and_the_elements_stay(
    start: int, end: int, insert: str, left: list[str]
) -> None:
    element = paragraph("".join(f"<a:r><a:t>{text}</a:t></a:r>" for text in ("ab", "cd")))
    stream = drawing_stream(element)
    assert [stream.piece_at(at).start for at in (1, 2)] == [0, 2]
    stream.edit([(start, end, insert)])
    assert ["".join(one.itertext()) for one in element] == left
