from __future__ import annotations

import json
import os
import subprocess
from shutil import copyfile, which
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.pipeline.conftest import LONG, errors

from bluf.cli.summary import page_in_words
from bluf.data import read
from bluf.evidence import proven
from bluf.pipeline import Order, make, shipped_folder
from bluf.pipeline.annex import annexed, in_order
from bluf.pipeline.order import Paging
from bluf.pipeline.render import Renderer
from bluf.views import view
from octavo.office import page_counts
from octavo.ooxml import read_package, read_text, write_package
from octavo.pages import Cut, LaidOut, Layout, Verdict, has_annex, without_annex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline import Product
    from bluf.pipeline.places import Path as Item
    from bluf.views import BriefView

    Edit = Callable[[str, str], None]

ANNEX = Paging(annex=True)
VALIDATOR = os.environ.get("BLUF_OOXML_VALIDATOR")


def moved(product: Product) -> list[str]:
    found = (each for each in product.findings if each.rule == "item-in-annex")
    return [
        each.message.removesuffix(" did not fit on the page and stands in the annex")
        for each in found
    ]


def texts(product: Product) -> tuple[str, str]:
    """The Markdown file up to its annex, and its annex."""
    (content,) = (each.content.decode() for each in product.outputs if each.path.suffix == ".md")
    page, _, beyond = content.partition("\n## Annex\n")
    return page, beyond


def test_as_few_items_as_it_takes_move_the_lightest_first(long: Path) -> None:
    product = make(Order(long, pages=ANNEX))
    assert make(Order(long, pages=ANNEX)) == product
    assert errors(product) == []
    assert {"the background", "“O5”"} <= set(moved(product))
    assert page_in_words(product.page).startswith("1 page, ")
    assert f"{len(moved(product))} items in an annex: the background, “O5”" in page_in_words(
        product.page
    )


def test_page_and_annex_hold_each_item_once_under_its_number(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 23}\n")
    product = make(Order(brief, pages=ANNEX))
    page, beyond = texts(product)
    assert f"**{len(moved(product))} further items in the annex**" in page
    for words in ("| 5 | Nine NBC", "| 2 | Ask the", "| 4 | Help in", "The Minister c"):
        assert (page.count(words), beyond.count(words)) == (0, 1)
    for words in ("| 1 | Launch the Strategic Dialogue ", "| 1 | Understanding", "| **Agreed** |"):
        assert (page.count(words), beyond.count(words)) == (1, 0)


def test_a_section_that_moved_as_a_whole_says_where_it_is(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 33}\n")
    product = make(Order(brief, pages=ANNEX))
    page, _ = texts(product)
    assert "## Requests\n\nSee the annex\n" in page
    assert "None reported" not in page


def test_the_word_file_has_its_annex_behind_the_page(long: Path) -> None:
    product = make(Order(long, formats=("docx",), paper="letter", pages=ANNEX))
    (output,) = product.outputs
    texts = [block.text for block in read_text(read_package(output.content, "b.docx"))]
    start = texts.index("Annex · Serbia–United States: foreign ministers meet in Washington")
    assert start < texts.index("Background")
    assert any(text.endswith(" further items in the annex") for text in texts[:start])
    assert errors(product) == []


def test_what_is_tightened_may_need_no_annex(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 11}\n")
    product = make(Order(brief, pages=replace(ANNEX, fit=True)))
    assert moved(product) == []
    assert "fitted: space between paragraphs" in page_in_words(product.page)


def test_what_is_tightened_needs_less_of_an_annex(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 19}\n")
    product = make(Order(brief, pages=replace(ANNEX, fit=True)))
    assert moved(product) == ["the background"]
    assert "1 item in an annex: the background; fitted: space between paragraphs" in page_in_words(
        product.page
    )


def test_a_brief_that_fits_has_no_annex(brief: Path) -> None:
    assert make(Order(brief, pages=ANNEX)) == make(Order(brief))


def test_where_an_annex_is_no_use_nothing_moves(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 45}\n")
    product, without = make(Order(brief, pages=ANNEX)), make(Order(brief))
    assert product.outputs == without.outputs
    (over,) = (each for each in product.findings if each.rule == "over-one-page")
    assert over.notes[-1] == "with all that can move in an annex it still does not fit"


def own_template(folder: Path, old: str, new: str) -> Path:
    """The shipped templates as one's own, the Markdown one with a place of it changed."""
    for kind in ("docx", "md"):
        copyfile(shipped_folder() / f"brief.{kind}", folder / f"own.{kind}")
    template = folder / "own.md"
    text = template.read_text(encoding="utf-8")
    assert old in text
    template.write_text(text.replace(old, new), encoding="utf-8")
    return template


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("{{ brief.annex.note }}", "more", "“brief.annex.note”"),
        (
            "{% for item in brief.annex.follow_ups %}",
            "{% for item in [] %}",
            "“brief.annex.follow_ups”",
        ),
        ("{{ brief.annex.background | markdown }}", "", "“brief.annex.background”"),
    ],
)
def test_nothing_moves_where_a_template_would_lose_it(
    long: Path, tmp_path: Path, old: str, new: str, field: str
) -> None:
    template = own_template(tmp_path, old, new)
    product = make(Order(long, template=str(template), pages=ANNEX))
    assert sorted(errors(product)) == ["annex-not-printed", "over-one-page"]
    (finding,) = (each for each in product.findings if each.rule == "annex-not-printed")
    assert str(finding.location) == str(template)
    assert finding.message == (
        f"the template does not print {field}, so that nothing can move to an annex"
    )
    assert moved(product) == []
    assert product.outputs == make(Order(long, template=str(template))).outputs


def test_a_word_template_has_to_begin_its_annex(long: Path, tmp_path: Path) -> None:
    template = own_template(tmp_path, "# ", "# ").with_suffix(".docx")
    package = read_package(template.read_bytes(), "own.docx")
    (styles,) = (name for name in package.parts if name.endswith("styles.xml"))
    renamed = package.parts[styles].data.replace(b'<w:name w:val="Annex"/>', b'<w:name w:val="A"/>')
    template.write_bytes(write_package(package, {styles: renamed}))
    product = make(Order(long, template=str(template), pages=ANNEX))
    (finding,) = (each for each in product.findings if each.rule == "annex-not-printed")
    assert finding.message == ("no paragraph of the template in the style “Annex” begins the annex")


@pytest.mark.parametrize(
    ("language", "note", "heading"),
    [
        ("fr", " autres points en annexe**", "## Annexe"),
        ("sr-Latn", " u prilogu**", "## Prilog"),
        ("sr-Cyrl", " у прилогу**", "## Прилог"),
    ],
)
def test_the_annex_is_said_in_the_language_of_the_brief(
    long: Path, edit: Edit, language: str, note: str, heading: str
) -> None:
    edit("language: en\n", f"language: {language}\n")
    product = make(Order(long, pages=ANNEX))
    (content,) = (each.content.decode() for each in product.outputs if each.path.suffix == ".md")
    assert note in content
    assert heading in content.splitlines()


GAINS: dict[Item, Cut] = {
    ("bottom_line",): Cut(7, fits=True),
    ("requests", 0): Cut(2, fits=True),
    ("requests", 2): Cut(1, fits=False),
    ("requests", 3): Cut(2, fits=True),
    ("outcomes", 4): Cut(1, fits=False),
    ("background",): Cut(3, fits=True),
}


def test_the_lightest_move_first_then_the_longest_then_the_last(brief: Path) -> None:
    order: list[Item] = [
        ("background",),
        ("outcomes", 4),
        ("requests", 3),
        ("requests", 2),
        ("requests", 0),
    ]
    assert in_order(read(brief), GAINS) == order


@pytest.mark.parametrize(
    ("over", "moved_items"),
    [
        (1, [("outcomes", 4)]),
        (3, [("background",)]),
        (4, [("background",), ("outcomes", 4)]),
        (5, [("background",), ("outcomes", 4), ("requests", 2)]),
        (6, [("background",), ("outcomes", 4), ("requests", 3)]),
        (7, [("background",), ("outcomes", 4), ("requests", 3), ("requests", 2)]),
        (9, [("background",), ("outcomes", 4), ("requests", 3), ("requests", 2), ("requests", 0)]),
        (10, None),
    ],
)
def test_no_more_moves_than_it_takes(
    brief: Path, over: int, moved_items: list[Item] | None
) -> None:
    data = read(brief)
    shown = view(data.brief, proven(data).proof)

    blank = Renderer(Order(brief), ("docx",)).galley(shown)

    def trial(other: BriefView) -> LaidOut:
        gone = [("requests", row.number - 1) for row in other.annex.requests]
        gone += [("outcomes", row.number - 1) for row in other.annex.outcomes]
        items: list[Item] = [*gone, *([("background",)] if other.annex.background else [])]
        fits = sum(GAINS[item].lines for item in items) >= over
        return LaidOut(blank, Layout(Verdict.FITS if fits else Verdict.OVERFLOWS))

    found = annexed(data, shown, GAINS, trial)
    assert (None if found is None else list(found.moved)) == moved_items


@pytest.mark.thorough
@pytest.mark.skipif(not which("soffice"), reason="needs LibreOffice")
def test_libreoffice_has_the_annex_on_a_second_page(long: Path) -> None:
    packages = []
    for paper in ("a4", "letter"):
        (output,) = make(Order(long, formats=("docx",), paper=paper, pages=ANNEX)).outputs
        package = read_package(output.content, "b.docx")
        assert has_annex(package)
        packages += [package, without_annex(package)]
    assert page_counts(packages) == [2, 1, 2, 1]


@pytest.mark.skipif(not VALIDATOR, reason="needs the Open XML validator")
def test_microsofts_validator_finds_no_error(long: Path, tmp_path: Path) -> None:
    assert VALIDATOR
    (output,) = make(Order(long, formats=("docx",), pages=ANNEX)).outputs
    path = tmp_path / "annex.docx"
    path.write_bytes(output.content)
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
