from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.ooxml.conftest import run_of, shown_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def _field(code: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char.format("begin") + code + char.format("separate") + result + char.format("end")


@pytest.mark.parametrize(
    ("paragraph", "shown"),
    [
        pytest.param(run_of("a") + run_of("b"), "ab", id="runs join"),
        pytest.param("<w:r><w:t> a </w:t></w:r>", "a", id="blanks at the ends do not count"),
        pytest.param("<w:r><w:t xml:space='preserve'> a\n</w:t></w:r>", " a ", id="unless kept"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:cr/><w:t>b</w:t></w:r>", "a\n\nb", id="breaks"),
        pytest.param("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad", id="hyphens"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α", id="symbol"),
        pytest.param(f"<w:ins>{run_of('new')}</w:ins>", "new", id="insertions are in"),
        pytest.param(f"<w:del>{run_of('old')}</w:del>", "", id="deletions are out"),
        pytest.param("<w:r><w:delText>old</w:delText></w:r>", "", id="deleted text is out"),
        pytest.param(f"<w:moveFrom>{run_of('x')}</w:moveFrom>", "", id="moved away"),
        pytest.param(f"<w:moveTo>{run_of('x')}</w:moveTo>", "x", id="moved here"),
        pytest.param(run_of("x", "<w:vanish/>"), "", id="hidden"),
        pytest.param(run_of("x", '<w:vanish w:val="0"/>'), "x", id="not hidden after all"),
        pytest.param(run_of("x", "<w:webHidden/>"), "x", id="hidden on the web alone"),
        pytest.param(_field("PAGE", run_of("7")), "7", id="the result of a field"),
        pytest.param(
            _field("IF " + _field("PAGE", run_of("2")), run_of("yes")), "yes", id="nested fields"
        ),
        pytest.param(f'<w:fldSimple w:instr="PAGE">{run_of("7")}</w:fldSimple>', "7", id="simple"),
        pytest.param(f"<w:hyperlink>{run_of('link')}</w:hyperlink>", "link", id="link"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run_of('in')}</w:sdtContent></w:sdt>",
            "in",
            id="control",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice>{run_of('new')}</mc:Choice>"
            f"<mc:Fallback>{run_of('old')}</mc:Fallback></mc:AlternateContent>",
            "new",
            id="the first choice",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Fallback>{run_of('old')}</mc:Fallback></mc:AlternateContent>",
            "old",
            id="or the fallback",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice><w:t>x</w:t></mc:Choice>"
            "</mc:AlternateContent></w:r>",
            "x",
            id="a choice within a run",
        ),
        pytest.param("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc", id="formula"),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r>",
            "漢",
            id="a gloss is left out",
        ),
        pytest.param('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", id="a stray end"),
    ],
)
def test_a_paragraph_reads_as_a_person_sees_it(docx: Docx, paragraph: str, shown: str) -> None:
    assert shown_lines(docx(f"<w:p>{paragraph}</w:p>")) == [shown]
