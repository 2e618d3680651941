"""Words that options may have: how they are read, and how a shell completes them at TAB."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bluf.cli.holding import briefs_folder, settings_with
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    Word = TypeVar("Word", bound=StrEnum)


REPORT_FORMATS = ("text", "json", "github", "sarif", "junit")
PAPERS = ("a4", "letter")
BRIEF_FORMATS = ("docx", "md", "pdf", "png", "proof")


def one_of(kind: str, known: Sequence[str]) -> Callable[[str], str]:
    """Reads one word of a closed vocabulary, in capitals or not."""

    def read(text: str) -> str:
        if text.casefold() not in known:
            raise typer.BadParameter(str(UnknownNameError(kind, text, known)))
        return text.casefold()

    return read


def some_of(kind: str, known: Sequence[str]) -> Callable[[str], str]:
    """Reads words of a closed vocabulary with commas between."""
    read_one = one_of(kind, known)

    def read(text: str) -> str:
        return ",".join(read_one(word.strip()) for word in text.split(","))

    return read


def text_encoding(name: str) -> str:
    """Reads the name of an encoding of text that Python knows."""
    try:
        "".encode(name)
    except (LookupError, ValueError):  # unknown, or no name at all; zlib and its like are no text
        message = f"“{name}” is not a text encoding; try utf-8, cp1252 or koi8-r"
        raise typer.BadParameter(message) from None
    return name


def completes(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Completes one word of a vocabulary."""
    return completes_with(lambda: known)


def completes_with(find: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Completes one word of those that are found when somebody asks for them."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in _found(find) if word.startswith(incomplete)]

    return complete


def completes_list_with(find: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Completes the last of words with commas between; a word that stands there is passed over."""

    def complete(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        taken = before.split(",")
        found = (word for word in _found(find) if word.startswith(last) and word not in taken)
        return [f"{before}{comma}{word}" for word in found]

    return complete


def completes_list(known: Iterable[str]) -> Callable[[str], list[str]]:
    """Completes the last of words of a vocabulary, with commas between."""
    return completes_list_with(lambda: known)


def _found(find: Callable[[], Iterable[str]]) -> Iterable[str]:
    try:
        return tuple(find())
    except Exception:  # noqa: BLE001 - a prompt is no place to tell what is wrong with a file
        return ()


def word(text: str, known: type[Word], kind: str) -> Word:
    """The word of a closed list that a person typed; “-” and “_” may stand for a blank.

    Raises:
        UnknownNameError: There is none; ``kind`` says what was asked for.
    """
    folded = {_fold(each): each for each in known}
    if _fold(text) in folded:
        return folded[_fold(text)]
    raise UnknownNameError(kind, text.strip(), [str(each) for each in known])


def words(text: str | None, known: type[Word], kind: str) -> frozenset[Word]:
    """The words that a person typed, by commas; none where nothing was typed.

    Raises:
        UnknownNameError: One of them is not on the list.
    """
    return frozenset(word(each, known, kind) for each in (text or "").split(",") if each.strip())


def today() -> dt.date:
    """This day, where the command runs."""
    return dt.datetime.now().astimezone().date()


def _fold(text: str) -> str:
    return text.strip().casefold().replace("-", " ").replace("_", " ")


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
