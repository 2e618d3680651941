"""Make the picture in docs/proof.md: the proof page of a shipped brief.

    python scripts/make_proof_picture.py

Needs Chromium.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "proof.png"
BRIEF = "2025-08-06-serbia-us"


def main() -> None:
    """Write docs/proof.png."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bluf", "build", f"briefs/{BRIEF}", "--format", "proof"]
        subprocess.run([*command, "--out", folder], cwd=ROOT, check=True, capture_output=True)
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        view = ["--window-size=1280,860", f"--screenshot={PICTURE}"]
        page = f"{(Path(folder) / f'{BRIEF}.proof.html').as_uri()}#outcomes-0"
        subprocess.run(["chromium", *options, *view, page], check=True, capture_output=True)


if __name__ == "__main__":
    main()
