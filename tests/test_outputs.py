"""What ships is sound by the judgement of others: Microsoft's validator, LibreOffice."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from shutil import which

import ooxml_integrity
import pytest

from bluf.cli.page_words import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from octavo.finding import Level
from octavo.office import page_counts
from octavo.ooxml import read_package

ROOT = Path(__file__).parents[1]
BRIEFS = sorted(ROOT.glob("briefs/*/brief.yaml"))
SHIPPED = sorted([*ROOT.glob("briefs/*/*.docx"), *ROOT.glob("templates/*.docx")])
VALIDATOR = os.environ.get("BLUF_OOXML_VALIDATOR")
in_ci = bool(os.environ.get("CI"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.skipif(not VALIDATOR and not in_ci, reason="needs the Open XML validator")
@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_microsofts_validator_finds_no_error(path: Path) -> None:
    assert VALIDATOR
    done = subprocess.run([VALIDATOR, str(path)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_the_file_is_whole_by_an_independent_check(path: Path) -> None:
    found = ooxml_integrity.check(str(path))
    assert [str(each) for each in found if each.severity == ooxml_integrity.ERROR] == []


@pytest.mark.parametrize("font", ["Calibri", "Arial"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("brief", BRIEFS, ids=name)
def test_every_shipped_brief_is_one_page_on_any_paper_in_any_face(
    brief: Path, paper: str, font: str
) -> None:
    product = make(ordered(brief, paper, font))
    assert page_in_words(product.page).startswith("1 page, ")
    assert [each for each in product.findings if each.level is not Level.NOTE] == []


def ordered(brief: Path, paper: str, font: str) -> Order:
    """The brief in a face; Arial is wider than that of the template, and needs the fit."""
    pages = Paging(fit=font == "Arial")
    return Order(brief, formats=("docx",), paper=paper, font=font, pages=pages)


@pytest.mark.skipif(not which("soffice") and not in_ci, reason="needs LibreOffice")
@pytest.mark.parametrize("font", ["Calibri", "Arial"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_shipped_brief_is_one_page_in_libreoffice(paper: str, font: str) -> None:
    made = [make(ordered(brief, paper, font)).outputs[0] for brief in BRIEFS]
    packages = [read_package(each.content, each.path.name) for each in made]
    assert page_counts(packages) == [1] * len(BRIEFS)
