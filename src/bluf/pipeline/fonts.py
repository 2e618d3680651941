"""The project's own fonts: their figures are kept, never the fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation
from octavo.pages import FIGURES, figures_of

_HINT = "name a .ttf or .otf file"


def add_fonts(paths: Iterable[Path], folder: Path) -> dict[Path, str]:
    """Take the figures of font files into a folder; gives the file of each family, and its name.

    A face that is there already is replaced, the other faces of its family stay.

    Raises:
        FindingsError: A file is no font that can be read, or fontTools is not installed.
    """
    read = [(path, *_read(path)) for path in paths]
    written: dict[Path, str] = {}
    for _, family, line in read:
        folder.mkdir(exist_ok=True)
        target = folder / (_slug(family) + FIGURES)
        kept = target.read_text(encoding="utf-8").splitlines() if target.is_file() else []
        lines = {each.partition("\t")[0]: f"{each}\n" for each in kept}
        lines[line.partition("\t")[0]] = line
        target.write_text("".join(lines[key] for key in sorted(lines)), encoding="utf-8")
        written[target] = family
    return written


def _read(path: Path) -> tuple[str, str]:
    if not path.is_file():  # a pipe would be waited for
        message = "it is not a regular file" if path.exists() else "there is no such file"
        message = f"the font cannot be read: {message}"
        raise _error("file-unreadable", path, message, _HINT)
    try:
        return figures_of(path)
    except ImportError:
        message = "fontTools is not installed, which reads font files"
        raise _error("tool-missing", path, message, "pip install fonttools") from None
    except Exception as error:  # noqa: BLE001 - fontTools has an error of its own for each table
        message = f"the font cannot be read: {str(error) or type(error).__name__}"
        raise _error("file-unreadable", path, message, _HINT) from None


def _error(rule: str, path: Path, message: str, hint: str) -> FindingsError:
    return FindingsError([Finding(rule, Level.ERROR, message, FileLocation(str(path)), hint)])


def _slug(family: str) -> str:
    """The name of a file for a family, of letters and figures alone."""
    return re.sub(r"[\W_]+", "-", family.lower()).strip("-") or "font"
