"""What ships is sound by the judgement of others: Microsoft's validator, LibreOffice."""

from __future__ import annotations

import json
import os
import subprocess
from itertools import product
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import ooxml_integrity
import pytest

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from octavo.finding import Level
from octavo.office import page_counts
from octavo.ooxml import read_package

if TYPE_CHECKING:
    from bluf.pipeline import Product

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


@pytest.fixture(scope="module")
def products() -> list[Product]:
    """Every shipped brief on any paper in any face."""
    return [
        make(ordered(brief, paper, font))
        for brief, paper, font in product(BRIEFS, ("a4", "letter"), ("Calibri", "Arial"))
    ]


def test_every_shipped_brief_is_one_page_on_any_paper_in_any_face(products: list[Product]) -> None:
    for each in products:
        assert page_in_words(each.page).startswith("1 page, ")
        assert [found for found in each.findings if found.level is not Level.NOTE] == []


@pytest.mark.thorough
@pytest.mark.skipif(not which("soffice") and not in_ci, reason="needs LibreOffice")
def test_every_shipped_brief_is_one_page_in_libreoffice(products: list[Product]) -> None:
    outputs = [each.outputs[0] for each in products]
    packages = [read_package(each.content, each.path.name) for each in outputs]
    assert page_counts(packages) == [1] * len(products)


def ordered(brief: Path, paper: str, font: str) -> Order:
    """The brief in a face; Arial is wider than that of the template, and needs the fit."""
    pages = Paging(fit=font == "Arial")
    return Order(brief, formats=("docx",), paper=paper, font=font, pages=pages)
