from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.measured import measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.pages import Layout

    Bounds = Callable[..., tuple[int, int, str]]
    Make = Callable[..., bytes]

LINE = 230
CONTROL = "a content control of plain text"
LARGE = '<w:rPr><w:sz w:val="40"/></w:rPr>'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_TITLE = (
    '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]" '
    'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
)


def _run(text: str, properties: str = LARGE) -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def _control(content: str, properties: str = "<w:text/>") -> str:
    held = f"<w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{held}</w:sdt>"


@pytest.mark.parametrize(
    ("body", "least", "greatest"),
    [
        (f"<w:p>{_control(_run('a'))}</w:p>", LINE, 2 * LINE),
        (f"<w:p>{_control(_run('a'), '')}</w:p>", 2 * LINE, 2 * LINE),
        (f"<w:p>{_control(_run('a', ''))}</w:p>", LINE, LINE),
        (_control(f"<w:p>{_run('a')}</w:p>"), 2 * LINE, 2 * LINE),
        (f"<w:p>{_run('a')}<w:sdt><w:sdtContent/></w:sdt></w:p>", 2 * LINE, 2 * LINE),
    ],
)
def test_a_plain_text_in_the_line_may_lose_the_format_of_its_runs(
    bounds: Bounds, body: str, least: int, greatest: int
) -> None:
    assert bounds(body) == (least, greatest, CONTROL if least < greatest else "")


def _titled(docx: bytes, title: str) -> Layout:
    """The layout of a file with a title in its properties."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(stream, "w") as archive,
    ):
        for name in source.namelist():
            content = source.read(name).decode()
            if name == "_rels/.rels":
                kind = f"{_CORE.replace('package/2006', 'package/2006/relationships')}"
                pointer = f'<Relationship Id="c" Type="{kind}" Target="docProps/core.xml"/>'
                content = content.replace("</Relationships>", f"{pointer}</Relationships>")
            elif name == "[Content_Types].xml":
                typed = f'<Override PartName="/docProps/core.xml" ContentType="{_TYPE}"/>'
                content = content.replace("</Types>", f"{typed}</Types>")
            archive.writestr(name, content)
        archive.writestr(
            "docProps/core.xml",
            f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:subject/></cp:coreProperties>",
        )
    return measure(stream.getvalue())


def test_a_bound_control_shows_its_property(docx: Make) -> None:
    """What was stored in it when the file was last written does not count."""
    body = _control(f"<w:p>{_run('old', '') * 2}</w:p>", _TITLE)
    short, long = (_titled(docx(body), "title " * count).fill for count in (1, 60))
    assert short is not None
    assert long is not None
    assert long > 2 * short


def test_a_bound_control_may_lose_the_format_of_its_runs(docx: Make) -> None:
    body = _control(f"<w:p>{_run('title')}</w:p>", _TITLE)
    layout = _titled(docx(body), "title")
    assert [each.construct for each in layout.differences] == [CONTROL]


def test_a_control_bound_to_what_is_not_there_shows_what_is_stored(bounds: Bounds) -> None:
    body = _control(f"<w:p>{_run('a')}</w:p>", _TITLE)
    assert bounds(body) == (2 * LINE, 2 * LINE, "")
