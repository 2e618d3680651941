"""What a shell offers at TAB for names that lie in a project: briefs, templates, rules, ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bluf.cli.choices import completes_list_with, completes_with
from bluf.cli.holding import briefs_folder, settings_with

if TYPE_CHECKING:
    from collections.abc import Iterator


def _briefs() -> Iterator[str]:
    """Folders of briefs, as one would type them from here."""
    from bluf.pipeline import find_briefs

    for data in find_briefs([briefs_folder()]):
        yield data.parent.as_posix()


def _brief_ids() -> Iterator[str]:
    return (Path(path).name for path in _briefs())


def _templates() -> Iterator[str]:
    from bluf.pipeline import shipped_folder, template_kinds

    settings, home = settings_with()
    for folder in (home / settings.templates, shipped_folder()):
        yield from template_kinds(folder)


def _audiences() -> Iterator[str]:
    settings, _ = settings_with()
    yield from settings.audiences


def _rules() -> Iterator[str]:
    from bluf.rules import BY_NAME

    return iter(BY_NAME)


def _threads() -> Iterator[str]:
    """Ids of all requests and follow-ups, and the latest name of each."""
    from bluf.pipeline import executor, find_briefs, read_cards
    from bluf.register import link

    cards = read_cards(find_briefs([briefs_folder()]), executor("serial")).cards
    return iter(link(cards).by_ref)


brief_paths = completes_with(_briefs)
brief_ids = completes_with(_brief_ids)
templates = completes_with(_templates)
audiences = completes_with(_audiences)
rule = completes_with(_rules)
rules = completes_list_with(_rules)
threads = completes_with(_threads)
