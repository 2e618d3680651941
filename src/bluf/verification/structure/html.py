"""Block quotations, ``<q>`` and tables of a web page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from bluf.verification.structure.block import Note, QuotedBlock, before, quoted_cells

_PARAGRAPHS = ".//p | .//li | .//h1 | .//h2 | .//h3 | .//h4 | .//div[not(.//p | .//div)]"
_WHOSE = "ancestor-or-self::footer or ancestor-or-self::cite or ancestor-or-self::figcaption"


def read(data: bytes, _name: str) -> Iterator[QuotedBlock]:
    """Each paragraph of a block quotation, each ``<q>``, each cell of a column of quotations."""
    root = _parsed(data)
    for block in root.iter("blockquote"):
        for paragraph in block.xpath(_PARAGRAPHS) or [block]:
            if not paragraph.xpath(f"boolean({_WHOSE})"):
                yield QuotedBlock(_text(paragraph))
    for quotation in root.iter("q"):
        yield QuotedBlock(_text(quotation))
    for table in root.iter("table"):
        rows = ([_text(cell) for cell in row.xpath("./th | ./td")] for row in table.iter("tr"))
        yield from quoted_cells(rows)


def _parsed(data: bytes) -> HtmlElement:
    """The page; UTF-8 wherever it is that, as browsers take it, else what it says of itself."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return html.document_fromstring(data)
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def notes(data: bytes, _name: str) -> Iterator[Note]:
    """Each raised mark that links to its note on the page."""
    root = _parsed(data)
    by_id = {each.get("id"): each for each in root.xpath("//*[@id]")}
    for link in root.xpath("//sup//a[starts-with(@href, '#')] | //a[starts-with(@href, '#')][sup]"):
        note = by_id.get(link.get("href")[1:])
        if note is not None:
            yield Note(before(link), " ".join(note.text_content().split()))


def _text(element: HtmlElement) -> str:
    pieces = element.xpath(f".//text()[not({_WHOSE}) and not(ancestor::script or ancestor::style)]")
    return "".join(map(str, pieces))
