"""Write ``docs/rules/`` from the docstrings of the rules."""

from __future__ import annotations

from pathlib import Path

from bluf.checks import pages

FOLDER = Path(__file__).parent.parent / "docs/rules"


def main() -> None:
    """Write every page, and delete those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = dict(pages())
    for stale in {path.name for path in FOLDER.iterdir()} - set(wanted):
        (FOLDER / stale).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
