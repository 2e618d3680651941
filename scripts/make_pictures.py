"""Make the pictures of the docs from the shipped briefs: Word file → PDF → PNG.

    python scripts/make_pictures.py

Needs LibreOffice (soffice) and poppler (pdftoppm).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from bluf.pipeline import Order, make
from bluf.pipeline.order import Head, Paging
from bluf.views import LAYOUTS

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "stress"))
from conftest import DATA, full, written  # noqa: E402 - the records of the stress briefs

LANGUAGES = ("ar", "zh", "ru", "fr")
"""Languages that have a picture: the invented record of tests/stress, whole."""
LETTERHEAD = Head("Ministry of Transport of Northland", ROOT / "docs" / "logo.png")
BRIEFS = {"brief": "2025-08-06-serbia-us"}
OTHER = "2025-09-24-serbia-us"
DPI = 110
SMALL_DPI = 60
TINY_DPI = 36
GAP = 12
STRESS = ("short", "one-side", "no-requests", "thirty-participants", "long-names", "overfull")
"""Invented briefs that try the page."""


def main() -> None:
    """Write a picture of each layout to docs; that of the brief is large."""
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            data = ROOT / "briefs" / BRIEFS.get(layout, OTHER) / "brief.yaml"
            pages = Paging(fit=True)
            order = Order(data, formats=("docx",), template=layout, pages=pages)
            (output,) = make(order).outputs
            document = Path(folder) / f"{layout}.docx"
            document.write_bytes(output.content)
            draw(document, ROOT / "docs" / layout, DPI if layout == "brief" else SMALL_DPI)
        for language in LANGUAGES:
            data = full(language, Path(folder) / language)
            _draw(f"brief-{language}", Path(folder), Order(data, formats=("docx",)))
        data = full("en", Path(folder) / "en")
        order = Order(data, formats=("docx",), letterhead=LETTERHEAD, template="minutes")
        _draw("letterhead", Path(folder), order)
        _sheet(Path(folder))


def _sheet(folder: Path) -> None:
    """The first pages of the stress briefs in two rows: A4 above, Letter below."""
    rows = [[_thumbnail(folder, name, paper) for name in STRESS] for paper in ("a4", "letter")]
    width, height = (max(page.size[axis] for row in rows for page in row) for axis in (0, 1))
    sheet = Image.new("RGB", ((width + GAP) * len(STRESS), (height + GAP) * len(rows)), "silver")
    for down, row in enumerate(rows):
        for across, page in enumerate(row):
            place = (across * (width + GAP) + GAP // 2, down * (height + GAP) + GAP // 2)
            sheet.paste(page, place)
    sheet.quantize(64).save(ROOT / "docs" / "stress.png", optimize=True)


def _thumbnail(folder: Path, name: str, paper: str) -> Image.Image:
    text = (DATA / "briefs" / f"{name}.yaml").read_text(encoding="utf-8")
    data = written(text, folder / f"{name}-{paper}")
    pages = Paging(fit=True, annex=True)
    order = Order(data, formats=("docx",), paper=paper, pages=pages, allow_findings=True)
    document = folder / f"{name}-{paper}.docx"
    document.write_bytes(make(order).outputs[0].content)
    draw(document, folder / f"{name}-{paper}", TINY_DPI)
    return Image.open(folder / f"{name}-{paper}.png").convert("RGB")


def _draw(name: str, folder: Path, order: Order) -> None:
    """A small picture of one order."""
    product = make(replace(order, pages=Paging(fit=True, annex=True)))
    document = folder / f"{name}.docx"
    document.write_bytes(product.outputs[0].content)
    draw(document, ROOT / "docs" / name, SMALL_DPI)


def draw(document: Path, picture: Path, dpi: int) -> None:
    """The first page of a Word file as PNG; ``picture`` has no suffix."""
    folder = document.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(["soffice", profile, *convert], check=True, capture_output=True)
    pdf = str(document.with_suffix(".pdf"))
    options = ["-r", str(dpi), "-png", "-singlefile"]
    subprocess.run(["pdftoppm", *options, pdf, str(picture)], check=True)


if __name__ == "__main__":
    main()
