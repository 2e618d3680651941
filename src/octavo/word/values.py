"""Values that are more than text: runs with a look of their own, pictures, files, and anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from io import BytesIO
from itertools import count
from typing import Any, ClassVar, Final

from msgspec import Struct

from octavo.expressions import Anchored, unfit
from octavo.inputs import Input, name_of, read_input
from octavo.ooxml import DEFAULT_LIMITS

MOST_BYTES: Final = 20_000_000
"""The largest picture that is taken."""


class Look(Struct, frozen=True):
    """Formatting of one run; what is left open is that of the run the tag stands in.

    Attributes:
        style: Id of a character style.
        font: Name of a font.
        size: Font size in half points, as Word and docxtpl count it.
        color: Six hexadecimal digits, with or without ``#``.
        highlight: Background in six hexadecimal digits.
        underline: True for a single line, or Word's name of another one.
        link: Address that the run leads to: http, https or mailto.
    """

    style: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool | str = False
    strike: bool = False
    subscript: bool = False
    superscript: bool = False
    font: str | None = None
    size: int | None = None
    color: str | None = None
    highlight: str | None = None
    rtl: bool = False
    lang: str | None = None
    link: str | None = None


class RichText:
    """Text in several runs, each with its own look; it takes the place of a tag.

    Example:
        >>> rich = RichText("Agreed: ", bold=True)
        >>> rich.add("a strategic dialogue", italic=True)
    """

    is_opaque: ClassVar[bool] = True

    def __init__(self, text: object = "", **look: Any) -> None:  # noqa: ANN401 — the fields of Look
        self.runs: list[tuple[str, Look]] = []
        if text != "":
            self.add(text, **look)

    def add(self, text: object, *, url_id: str | None = None, **look: Any) -> None:  # noqa: ANN401 — the fields of Look
        """Add a run, or all runs of another RichText; ``url_id`` is docxtpl's word for ``link``.

        Raises:
            TypeError: ``look`` names something that is no part of a look.
        """
        if isinstance(text, RichText):
            self.runs += text.runs
            return
        link = look.pop("link", None) or url_id
        self.runs.append(("" if text is None else str(text), Look(**look, link=link)))

    def __iter__(self) -> Iterator[tuple[str, Look]]:
        """Each run's text with its look."""
        return iter(self.runs)

    def __str__(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.runs)


class Picture(Struct, frozen=True, dict=True):
    """A picture from a file, set inline with the text.

    Attributes:
        path: A PNG, JPEG, GIF, BMP or TIFF file: its path, its bytes or an open file.
        width_mm: Width in millimetres; without one the other measure or the file decides.
        height_mm: Height in millimetres; likewise.
        alt: What a screen reader says in its place.
    """

    is_opaque: ClassVar[bool] = True
    path: Input
    width_mm: float | None = None
    height_mm: float | None = None
    alt: str = ""

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file, no more of them than one beyond what is taken.

        Raises:
            OSError: It cannot be read.
        """
        return read_input(self.path, MOST_BYTES).data

    @property
    def name(self) -> str:
        """What messages call it."""
        return name_of(self.path) or "from memory"

    def __str__(self) -> str:
        """The alternative text, where only text can stand."""
        return self.alt


class Subdocument(Struct, frozen=True, dict=True):
    """A Word file whose blocks take the place of a paragraph: ``{{p name }}`` alone in one.

    Attributes:
        source: The file: its path, its bytes, an open file, or a document that a library holds,
            such as python-docx: anything that has ``save``.
    """

    is_opaque: ClassVar[bool] = True
    source: Any

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file, no more of them than one beyond what is taken.

        Raises:
            OSError: It cannot be read.
        """
        if not hasattr(self.source, "save"):
            return read_input(self.source, DEFAULT_LIMITS.file_size).data
        target = BytesIO()
        self.source.save(target)
        return target.getvalue()

    @property
    def name(self) -> str:
        """What messages call it."""
        named = "" if hasattr(self.source, "save") else name_of(self.source)
        return f"the sub-document “{named}”" if named else "the sub-document"

    def __str__(self) -> str:
        """Nothing but a place for whole paragraphs can take it.

        Raises:
            FaultError: Always.
        """
        hint = "write it with “p”, as in “{{p name }}”, in a paragraph of its own"
        raise unfit("a sub-document stands in the place of a paragraph", hint)


def anchored(data: Mapping[str, object], stem: str) -> tuple[dict[str, object], dict[str, str]]:
    """The data with an anchor at each text, and the path of each anchor in the data.

    What is rendered from it holds a hidden bookmark around each text that a tag prints as it is,
    or as Markdown: ``_`` and the name of the anchor, and a number from the second time on. Names
    begin with ``stem``; a path is ``requests[2].ask``.
    """
    paths: dict[str, str] = {}
    names = (f"{stem}{number}" for number in count(1))
    return {key: _anchored(value, key, names, paths) for key, value in data.items()}, paths


def _anchored(value: object, path: str, names: Iterator[str], paths: dict[str, str]) -> Any:  # noqa: ANN401 — as the value is
    match value:
        case str():
            name = next(names)
            paths[name] = path
            return Anchored(value, name)
        case Mapping():
            return {
                key: _anchored(one, f"{path}.{key}", names, paths) for key, one in value.items()
            }
        case list() | tuple():
            return [_anchored(one, f"{path}[{at}]", names, paths) for at, one in enumerate(value)]
        case _:
            return value
