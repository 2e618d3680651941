"""``bluf doctor``: what is here, and what is missing for what."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer
from msgspec import Struct, to_builtins

import bluf
from bluf.cli import printer
from bluf.cli.errors import ExitCode

EPILOG = """Examples:

  bluf doctor                     also the first thing to send with a question
"""

_EXTRAS = {
    "distributed": "sends briefs to a Dask cluster",
    "fonttools": "reads font files for bluf fonts add",
    "mcp": "serves programs that write drafts: bluf mcp",
    "watchfiles": "rebuilds on save",
}


class DoctorLine(Struct, frozen=True):
    """One thing that was looked at: ``ok``, ``optional`` or ``wrong``."""

    state: str
    name: str
    words: str


def doctor() -> None:
    """Check this machine: what bluf finds, and what is missing."""
    lines = [_ourselves(), *_settings(), *_templates(), _cache(), *_programs(), *_extras()]
    width = max(len(line.name) for line in lines)
    for line in lines:
        text = f"{line.state:<9} {line.name:<{width}}  {line.words}"
        printer.answer("tools", to_builtins(line), text)
    wrong = any(line.state == "wrong" for line in lines)
    raise typer.Exit(ExitCode.FINDINGS if wrong else ExitCode.FINE)


def _ourselves() -> DoctorLine:
    system = f"Python {platform.python_version()} on {platform.system()}"
    return DoctorLine(
        "ok", "bluf", f"{bluf.__version__}, {system}, in {Path(bluf.__file__).parent}"
    )


def _settings() -> Iterator[DoctorLine]:
    from bluf.settings import SettingsError, read_settings

    try:
        settings, home = read_settings(Path.cwd(), os.environ)
    except SettingsError as error:
        yield DoctorLine("wrong", "settings", str(error).splitlines()[0])
        return
    yield DoctorLine("ok", "settings", f"of {home}; paper {settings.paper}")
    briefs = home / settings.briefs
    there = "is there" if briefs.is_dir() else "is not there yet: “bluf new ID” makes it"
    yield DoctorLine("ok", "briefs", f"{briefs} {there}")


def _templates() -> Iterator[DoctorLine]:
    from bluf.pipeline import shipped_folder

    folder = shipped_folder()
    names = ", ".join(sorted(each.name for each in folder.iterdir() if each.is_file()))
    yield DoctorLine("ok", "templates", f"{names} in {folder}")


def _cache() -> DoctorLine:
    from bluf.pipeline import Store, cache_folder

    folder = cache_folder()
    if folder is None:
        return DoctorLine("ok", "cache", "none: everything is worked out again")
    size = Store(folder).size() / 1024 / 1024
    return DoctorLine(
        "ok", "cache", f"{folder} holds {size:.1f} MiB; it may be deleted at any time"
    )


def _programs() -> Iterator[DoctorLine]:
    from octavo.office import LIBREOFFICE, PDFTOPPM

    uses = ("confirms page counts and makes PDF", "makes pictures of pages")
    for tool, use in zip((LIBREOFFICE, PDFTOPPM), uses, strict=True):
        found = tool.find()
        words = f"{found} {use}" if found else f"{use}; install it: {tool.install_line()}"
        yield DoctorLine("ok" if found else "optional", tool.name, words)


def _extras() -> Iterator[DoctorLine]:
    for package, use in _EXTRAS.items():
        try:
            yield DoctorLine("ok", package, f"{version(package)} {use}")
        except PackageNotFoundError:
            yield DoctorLine("optional", package, f"{use}; install it: pip install {package}")
