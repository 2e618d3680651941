from __future__ import annotations

import pytest
from lxml import etree

from bluf.checks.word.content import run_text, runs
from octavo.ooxml import qn

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@pytest.mark.parametrize(
    ("holder", "seen"),
    [
        ("{}", True),
        *(
            (f"<w:{name}>{{}}</w:{name}>", True)
            for name in ("hyperlink", "ins", "moveTo", "sdt", "smartTag", "fldSimple")
        ),
        *(
            (f"<w:{name}>{{}}</w:{name}>", False)
            for name in ("del", "moveFrom", "txbxContent", "p", "drawing", "pict", "object", "pPr")
        ),
        ("<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", False),
        ("<w:ins><w:hyperlink>{}</w:hyperlink></w:ins>", True),
        ("<w:ins><w:del>{}</w:del></w:ins>", False),
    ],
)
def test_runs_are_those_that_a_reader_sees(holder: str, *, seen: bool) -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:delText>c</w:delText></w:r>"
    text = f'<w:p xmlns:w="{_W}" xmlns:mc="{_MC}">{holder.format(run)}</w:p>'
    found = list(runs(etree.fromstring(text)))
    assert [(each.tag, run_text(each)) for each in found] == [(qn("w:r"), "ab")] * seen
