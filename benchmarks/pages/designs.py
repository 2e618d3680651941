"""Eight designs of a brief, which differ in what they are made of.

A design fills a file with so many items; the same seed gives the same ones in the same order, so
that a longer brief begins like a shorter one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.pages.look import marking
from benchmarks.pages.markup import (
    borders,
    cell,
    field,
    margins,
    note_reference,
    paragraph,
    picture,
    row,
    run,
    spacing,
    table,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from benchmarks.pages.file import BriefFile
    from benchmarks.pages.spec import Spec
    from benchmarks.pages.words import Words

    Design = Callable[[Spec, Words, BriefFile, int], None]

_GRID = borders("tblBorders", ("top", "left", "bottom", "right", "insideH", "insideV"), 4)


def _mixed(text: str, rng: random.Random) -> str:
    """Runs of a sentence as people write it: some words bold or italic."""
    words, chance = text.split(" "), rng.random()
    if chance < 0.35:
        cut = rng.randint(1, min(5, len(words)))
        return run(" ".join(words[:cut]) + " ", "<w:b/>") + run(" ".join(words[cut:]))
    if chance < 0.45:
        cut = max(1, len(words) - 4)
        return run(" ".join(words[:cut]) + " ") + run(" ".join(words[cut:]), "<w:i/>")
    if chance < 0.5:
        return run(words[0][:3]) + run(words[0][3:] + " " + " ".join(words[1:]))
    return run(text)


def _meta(words: Words) -> str:
    lines = "\n".join(f"{key}:\t{words.name()}" for key in ("TO", "FROM", "DATE"))
    rule = borders("pBdr", ("bottom",), 8, 4)
    stops = '<w:tabs><w:tab w:val="left" w:pos="1134"/></w:tabs>'
    return paragraph(run(lines), "", rule + stops + spacing(after=120))


def memo(_: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """Headings, paragraphs and lists."""
    rng = words.rng
    file.body += [paragraph(run(words.phrase()), "Title"), _meta(words)]
    for number in range(amount):
        if number % 4 == 0:
            file.body.append(paragraph(run(words.heading()), rng.choice(("Heading1", "Heading2"))))
            file.body.append(paragraph(_mixed(words.paragraph(), rng)))
        else:
            style = rng.choice(("ListBullet", "ListBullet", "ListNumber"))
            file.body.append(paragraph(_mixed(words.sentence(), rng), style))


def grid(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """A table of particulars, and one of items with a header row."""
    width, rng = spec.text_width, words.rng
    left = width * 18 // 100
    pad = margins("tblCellMar", spec.padding, 100, spec.padding)
    particulars = [
        row((cell(_cell(key, "<w:b/>"), left), cell(_cell(words.sentence()), width - left)))
        for key in ("To", "From", "Subject")
    ]
    columns = [width * share // 100 for share in (8, 46, 24, 22)]
    titles = zip(("No.", "Item", "Owner", "Due"), columns, strict=True)
    rows = [row([cell(_cell(text, "<w:b/>"), one) for text, one in titles], "<w:tblHeader/>")]
    style = rng.choice(("TableGrid", "TableRules"))
    file.body += [
        paragraph(run(words.phrase()), "Heading1"),
        table(particulars, (left, width - left), _GRID + pad, "TableGrid"),
        paragraph(run(words.heading()), "Heading2"),
        paragraph(_mixed(words.paragraph(), rng)),
    ]
    rows += [_item(number, columns, spec, words) for number in range(amount)]
    look = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    file.body += [table(rows, columns, "", style, look), paragraph("")]


def _cell(text: str, run_xml: str = "") -> str:
    return paragraph(run(text, run_xml), "Cell")


def _item(number: int, columns: list[int], spec: Spec, words: Words) -> str:
    text = words.sentence() if words.rng.random() < 0.75 else words.paragraph(2, 2)
    texts = (f"{number + 1}.", text, words.name(), f"{words.rng.randint(1, 30)} April 2026")
    cells = [cell(_cell(text), width) for text, width in zip(texts, columns, strict=True)]
    return row(cells, "<w:cantSplit/>" if spec.cant_split else "")


def sidebar(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """Two columns made by a table without borders; figures in a table within it."""
    rng, width = words.rng, spec.text_width
    left = width * rng.choice((30, 34)) // 100
    side = [paragraph(run(words.heading(), "<w:b/>"))]
    main = [paragraph(run(words.heading()), "Heading2")]
    half = (left - 216) // 2
    if rng.random() < 0.5:
        figures = [
            row([cell(_cell(words.name()), half), cell(_cell(f"{rng.randint(5, 95)} %"), half)])
            for _ in range(3)
        ]
        side += [table(figures, (half, half), _GRID), paragraph("")]
    for number in range(amount):
        if number % 3 == 0:
            style = rng.choice(("ListBullet", ""))
            side.append(paragraph(run(words.phrase()), style))
        text = words.paragraph(1, 2) if number % 3 else words.sentence()
        main.append(paragraph(_mixed(text, rng), "" if number % 3 else "ListBullet"))
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F8"/>'
    cells = [cell("".join(side), left, shade), cell("".join(main), width - left)]
    file.body += [
        paragraph(run(words.phrase()), "Title"),
        table([row(cells)], (left, width - left)),
        paragraph(_mixed(words.sentence(), rng)),
    ]


def banner(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """Header and footer with marking, crest and page numbers; headings and bullets."""
    rng, width = words.rng, spec.text_width
    half = width // 2
    right = '<w:jc w:val="right"/>'
    crest = cell(picture("crest", rng.choice((20, 30)), rng.choice((7, 10, 14))), half)
    reference = cell(paragraph(run("Ref. PU/2026/0123"), "Cell", right), width - half)
    tall = table([row([crest, reference])], (half, width - half)) + paragraph("", "Cell")
    file.header = marking("OFFICIAL – SENSITIVE") + (tall if rng.random() < 0.6 else "")
    pages = run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    file.footer = paragraph(pages, "Marking") + (marking("RESTRICTED") * rng.choice((0, 1, 2)))
    file.body.append(paragraph(run(words.phrase()), "Heading1"))
    for number in range(amount):
        if number % 5 == 0:
            file.body.append(paragraph(run(words.heading()), "Heading2"))
        if number % 5 < 2:
            file.body.append(paragraph(_mixed(words.paragraph(1, 3), rng)))
        else:
            file.body.append(paragraph(_mixed(words.sentence(), rng), "ListBullet"))


def box(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """The bottom line in a frame, requests in a table with merged cells, notes for sources."""
    rng, width = words.rng, spec.text_width
    columns = [width * share // 100 for share in (20, 50, 30)]
    file.body += [
        paragraph(run(words.phrase()), "Title"),
        paragraph(run(words.heading(), "<w:b/>"), "Box"),
        paragraph(run(words.paragraph()), "Box"),
        paragraph(run(words.heading()), "Heading2"),
    ]
    rows = [_merged(number, columns, words) for number in range(min(amount, 6))]
    file.body += [
        table(rows, columns, _GRID, "TableRules"),
        paragraph(run(words.heading()), "Heading2"),
    ]
    for number in range(max(0, amount - 6)):
        reference = ""
        if number % 3 == 0 and number < 12:
            file.notes.append(words.sentence())
            reference = note_reference(len(file.notes))
        text = _mixed(words.sentence(), rng) + reference
        file.body.append(paragraph(text, rng.choice(("", "ListBullet"))))


def _merged(number: int, columns: list[int], words: Words) -> str:
    """Rows in pairs whose first cell is one."""
    merge = "<w:vMerge/>" if number % 2 else '<w:vMerge w:val="restart"/>'
    first = _cell("" if number % 2 else words.sentence())
    cells = [cell(first, columns[0], merge), cell(_cell(words.sentence()), columns[1])]
    return row([*cells, cell(_cell(words.name()) + _cell(words.phrase(), "<w:i/>"), columns[2])])


def letter(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """A crest in the line, a right tab, an outline of two levels, kept together."""
    rng, width = words.rng, spec.text_width
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    file.body += [
        paragraph(picture("crest", 45, rng.choice((12, 15, 18)))),
        paragraph(run(f"{words.name()}\t14 March 2026"), "", stop),
        paragraph(run(words.phrase()), "Title"),
    ]
    for number in range(amount):
        if number % 4 == 0:
            level = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
            text = _mixed(words.paragraph(1, 3), rng)
            file.body.append(paragraph(text, "Outline", "<w:keepLines/>" + level))
        else:
            level = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
            file.body.append(paragraph(_mixed(words.sentence(), rng), "Outline", level))
    indent = f'<w:ind w:left="{width // 2}"/>'
    file.body.append(paragraph(run(words.name()), "", "<w:keepLines/>" + indent))


def points(_: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """A point paper: dense bullets of two depths, set off by indents and small capitals."""
    rng = words.rng
    file.footer = marking("FOR OFFICIAL USE ONLY")
    file.body.append(paragraph(run(words.phrase(), "<w:caps/>"), "Title"))
    for number in range(amount):
        if number % 6 == 0:
            file.body.append(paragraph(run(words.heading()), "Heading2"))
        deeper = '<w:ind w:left="720" w:hanging="360"/>' if number % 3 else ""
        text = _mixed(words.sentence(), rng)
        if number % 5 == 0:
            text += run(" " + words.phrase(), '<w:spacing w:val="-4"/><w:u w:val="single"/>')
        file.body.append(paragraph(text, "ListBullet", deeper))


def cards(spec: Spec, words: Words, file: BriefFile, amount: int) -> None:
    """Each request in a table of its own: thick borders, rows of a least or an exact height."""
    rng, width = words.rng, spec.text_width
    left = width * 22 // 100
    lines = borders("tblBorders", ("top", "bottom", "insideH"), rng.choice((4, 12, 18)))
    pad = margins("tblCellMar", spec.padding, 85, spec.padding)
    file.body += [paragraph(run(words.phrase()), "Title"), _meta(words)]
    for _ in range(amount):
        rule = rng.choice(("atLeast", "exact"))
        height = f'<w:trHeight w:val="{rng.choice((340, 400, 480))}" w:hRule="{rule}"/>'
        rows = [
            row([_spanning(words, width)], height),
            row([cell(_cell(words.name()), left), cell(_cell(words.sentence()), width - left)]),
        ]
        file.body += [
            table(rows, (left, width - left), lines + pad),
            paragraph(_mixed(words.sentence(), rng), "", spacing(before=80)),
        ]


def _spanning(words: Words, width: int) -> str:
    content = _cell(words.heading(), "<w:b/>")
    return cell(content, width, '<w:gridSpan w:val="2"/>')


DESIGNS: Mapping[str, Design] = {
    design.__name__: design for design in (memo, grid, sidebar, banner, box, letter, points, cards)
}
