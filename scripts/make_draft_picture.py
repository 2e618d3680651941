"""Make the picture in README.md: sources, the draft that is made of them, and the page.

    python scripts/make_draft_picture.py

Needs Chromium, and docs/brief.png of ``scripts/make_pictures.py``.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "draft.png"
PAGE = ROOT / "docs" / "brief.png"
SOURCES = ROOT / "briefs" / "2025-08-06-serbia-us" / "sources"
SHOWN = ("state-extract.txt", "mfa-serbia-release.txt")
MOST = 1150
"""So many characters of a source are shown."""
ITEM = "outcomes:"
LINES = 40
STYLE = """
body {margin: 0; padding: 18px; background: #fff; display: grid; gap: 18px;
      grid-template-columns: 0.85fr 1.45fr 0.9fr; font: 13px/1.45 "Liberation Sans", sans-serif}
h2 {margin: 0 0 8px; font-size: 15px; color: #234}
section {height: 690px; overflow: hidden}
.paper {border: 1px solid #bbb; padding: 10px 14px; margin-bottom: 12px; background: #fcfbf7;
        max-height: 352px; overflow: hidden}
.paper b {color: #567}
pre {border: 1px solid #bbb; margin: 0; padding: 10px 14px; background: #f6f8fa; height: 636px;
     font: 9.8px/1.6 "Liberation Mono", monospace; overflow: hidden}
mark {background: #ffe08a}
img {width: 100%; box-sizing: border-box; border: 1px solid #bbb}
"""


def main() -> None:
    """Write docs/draft.png."""
    with tempfile.TemporaryDirectory() as folder:
        data = drafted(Path(folder))
        quotes = [" ".join(quote.split()) for quote in re.findall(r">-\n((?: {10}\S.*\n)+)", data)]
        page = Path(folder) / "draft.html"
        page.write_text(laid_out(data, quotes), encoding="utf-8")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        view = ["--window-size=1500,730", f"--screenshot={PICTURE}"]
        subprocess.run(
            ["chromium", *options, *view, page.as_uri()], check=True, capture_output=True
        )


def drafted(folder: Path) -> str:
    """The data file that ``bluf draft`` makes of the sources."""
    names = [str(path) for path in sorted(SOURCES.glob("*.txt"))]
    command = [sys.executable, "-m", "bluf", "draft", *names, "--id", "draft", "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "draft" / "brief.yaml").read_text(encoding="utf-8")


def laid_out(data: str, quotes: list[str]) -> str:
    """The three panels as a page."""
    papers = "".join(
        f'<div class="paper"><b>{name}</b><br>{marked(SOURCES / name, quotes)}</div>'
        for name in SHOWN
    )
    item = "\n".join(data[data.index(ITEM) :].splitlines()[:LINES])
    return (
        f"<style>{STYLE}</style>"
        f"<section><h2>1 &nbsp; Sources, as they were published</h2>{papers}</section>"
        f"<section><h2>2 &nbsp; bluf draft: each item with its words</h2>"
        f"<pre>{html.escape(item)}</pre></section>"
        f"<section><h2>3 &nbsp; The page, after you decided</h2>"
        f'<img src="{PAGE.as_uri()}"></section>'
    )


def marked(path: Path, quotes: list[str]) -> str:
    """The beginning of a source, with the words marked that the draft quotes."""
    text = html.escape(" ".join(path.read_text(encoding="utf-8").split())[:MOST], quote=False)
    for quote in quotes:
        words = html.escape(quote, quote=False)
        text = text.replace(words, f"<mark>{words}</mark>")
    return text


if __name__ == "__main__":
    main()
