from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.pages.document import Document
from octavo.pages.resizing import _has_one_source
from octavo.pages.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    ("default", "sizes", "expected"),
    [
        ("", "", True),
        ("24", "", True),
        ("24", "20", True),
        ("24", "2", True),
        ("24", "1", False),
        ("24", "junk", False),
    ],
)
def test_each_text_has_a_size_that_is_stated_or_none_has(
    docx: Callable[..., bytes], default: str, sizes: str, *, expected: bool
) -> None:
    stated = [f'<w:sz w:val="{size}"/>' if size else "" for size in (default, sizes)]
    style = f'<w:style w:styleId="A" w:type="paragraph"><w:rPr>{stated[1]}</w:rPr></w:style>'
    file = docx(styles=DEFAULT.format(stated[0]) + style)
    document = Document(read_package(file, "a.docx"))
    assert _has_one_source(document, W + "sz") is expected
