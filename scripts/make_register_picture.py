"""Make the picture in docs/register.md: the follow-ups of the shipped briefs, with their threads.

    python scripts/make_register_picture.py

Needs Chromium.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "register.png"
DAY = "2025-09-25"


def main() -> None:
    """Write docs/register.png."""
    with tempfile.TemporaryDirectory() as folder:
        which = ["--kind", "follow-ups", "--sort", "priority", "--as-of", DAY]
        command = [sys.executable, "-m", "bluf", "register", *which, "--format", "html"]
        subprocess.run([*command, "--out", folder], cwd=ROOT, check=True, capture_output=True)
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        view = ["--window-size=1100,1180", f"--screenshot={PICTURE}"]
        page = (Path(folder) / "register.html").as_uri()
        subprocess.run(["chromium", *options, *view, page], check=True, capture_output=True)


if __name__ == "__main__":
    main()
