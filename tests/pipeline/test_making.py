from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from tests.pipeline.conftest import word_text

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline import Product

    Edit = Callable[[str, str], None]


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f00010401005f1d8a2f0000000049454e44ae426082"
)


def errors(product: Product) -> list[str]:
    return [f"{f.location}: {f.rule}" for f in product.findings if f.level == "error"]


def test_a_brief_is_made_in_both_formats_and_counted(brief: Path) -> None:
    product = make(Order(brief))
    assert [output.path.name for output in product.outputs] == [
        "2025-08-06-serbia-us.docx",
        "2025-08-06-serbia-us.md",
    ]
    assert errors(product) == []
    assert product.tally is not None
    assert (product.tally.requests, product.tally.outcomes, product.tally.follow_ups) == (4, 5, 2)
    assert product.tally.quotations == product.tally.verified == 14
    assert page_in_words(product.page).startswith("1 page, ")


def test_what_a_careful_analyst_sees_is_in_the_brief(brief: Path) -> None:
    (output,) = make(Order(brief, formats=("md",))).outputs
    text = output.content.decode()
    for words in (
        "- U.S. [2] – “**agreed** the United States and Serbia would hold",
        "- Serbia [1] – “We **discussed** launching the U.S.-Serbia Strategic Dialogue",
        "“later this year”, 31 Dec 2025 at the latest",
        "Nine NBC journalists are leaving Gaza with Serbia’s help [1] | Conveyed | Serbia only |",
    ):
        assert words in text
    assert text.count("| None reported |") == 4


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("We discussed launching", "We discussed lunching", "139:16: quote-not-in-source"),
        ("    event: E2", "    event: E9", "110:12: dangling-id"),
        ("    ask: Serious", "    aks: Serious", "85:5: unknown-key"),
        ("latest: 2025-12-31", "latest: 2025-12-32", "196:45: impossible-date"),
    ],
)
def test_one_slip_is_one_error_at_its_place_and_nothing_is_made(
    brief: Path, edit: Edit, old: str, new: str, error: str
) -> None:
    edit(old, new)
    product = make(Order(brief))
    assert f"{brief}:{error}" in errors(product)
    assert product.outputs == ()


def test_a_language_without_labels_is_told_at_its_line(brief: Path, edit: Edit) -> None:
    edit("\nlanguage: en", "\nlanguage: tlh")
    product = make(Order(brief))
    assert errors(product) == [f"{brief}:9:11: language-without-labels"]
    assert product.refused


def test_a_missing_template_refuses_the_brief(brief: Path) -> None:
    product = make(Order(brief, template="breif"))
    assert errors(product) == ["breif: template-missing"]
    assert product.refused


def test_a_template_without_tags_makes_no_empty_form(brief: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    form.write_text("Subject: [a.subject]\n", encoding="utf-8")
    product = make(Order(brief, template=str(form), formats=("md",)))
    assert errors(product) == [f"{form}: brief-not-printed"]
    assert product.outputs == ()


def test_a_source_that_cannot_be_read_refuses_the_brief(brief: Path) -> None:
    source = brief.parent / "sources" / "mfa-serbia-release.txt"
    source.write_bytes(b"caf\xe9")
    product = make(Order(brief))
    assert product.outputs == ()
    assert any("encoding" in error for error in errors(product))


def test_under_strict_warnings_are_errors(brief: Path, edit: Edit) -> None:
    edit("due: {after: the Minister’s meeting with the Envoy}", "due: soon")
    assert errors(make(Order(brief))) == []
    assert f"{brief}:212:10: due-vague" in errors(make(Order(brief, strict=True)))


def test_the_day_that_counts_as_today_can_be_given(brief: Path) -> None:
    product = make(Order(brief, as_of=dt.date(2026, 1, 1)))
    assert "follow-up-overdue" in [finding.rule for finding in product.findings]


def test_letter_paper_keeps_the_measure_and_the_page(brief: Path) -> None:
    product = make(Order(brief, formats=("docx",), paper="letter"))
    text = word_text(product)
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in text
    assert page_in_words(product.page).startswith("1 page, ")


BUILD_BOTH = """
import hashlib, sys
from pathlib import Path
from bluf.pipeline import Order, make
from bluf.pipeline.order import Head
for output in make(Order(Path(sys.argv[1]))).outputs:
    print(hashlib.sha256(output.content).hexdigest())
"""


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="TZ is a variable of POSIX")
def test_the_same_record_gives_the_same_bytes_anywhere_and_on_any_day(brief: Path) -> None:
    wanted = [hashlib.sha256(each.content).hexdigest() for each in make(Order(brief)).outputs]
    os.utime(brief, (0, 0))
    for zone, locale in (("Pacific/Kiritimati", "C"), ("America/Adak", "C.UTF-8")):
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "0"}
        done = subprocess.run(
            [sys.executable, "-c", BUILD_BOTH, str(brief)],
            env={**environment, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == wanted


def test_a_letterhead_has_a_name_and_a_logo(brief: Path) -> None:
    logo = brief.parent / "logo.png"
    logo.write_bytes(PIXEL)
    product = make(Order(brief, letterhead=Head("Ministry of Energy", logo, 8.0)))
    word, text = product.outputs
    assert text.content.decode().startswith("**UNCLASSIFIED**\n\nMinistry of Energy\n\n# ")
    with zipfile.ZipFile(BytesIO(word.content)) as package:
        headers = [package.read(name) for name in package.namelist() if "header" in name]
    with_logo = [
        header for header in headers if b"Ministry of Energy" in header and b"pic:pic" in header
    ]
    assert len(with_logo) == 1
    assert page_in_words(product.page).startswith("1 page, ")


def test_a_logo_that_is_not_there_is_told(brief: Path) -> None:
    product = make(Order(brief, letterhead=Head("", brief.parent / "no.png")))
    assert product.refused
    assert any("no.png" in str(finding) for finding in product.findings)
