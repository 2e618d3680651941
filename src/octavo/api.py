"""What a program does with documents, in one call each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypedDict, Unpack

from octavo.finding import Finding, FindingsError
from octavo.inputs import Input, name_of
from octavo.ooxml import Block, open_package, read_file, read_package
from octavo.ooxml import read_text as text_of

if TYPE_CHECKING:
    import os

    from octavo.expressions import Field, Filled, Options
    from octavo.ooxml import Package
    from octavo.pages import Layout

Allowed = Literal["ole", "linked-pictures"]
_MARKDOWN: Final = frozenset({".md", ".markdown"})


class Template(Protocol):
    """A compiled template: filled as often as wanted, from any thread."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every name it asks for, in order, with its place."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What its author should know, such as what was left out."""

    def render(self, data: Mapping[str, object], **manner: Unpack[Options]) -> bytes:
        """The file for a record.

        ``language`` is that of dates and numbers, as BCP 47 names it; ``missing`` says what becomes
        of a name that the data does not have: ``error``, ``empty``, or ``keep`` the tag; ``work``
        is how many steps a rendering may take, some million a second.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """

    def fill(self, data: Mapping[str, object], **manner: Unpack[Options]) -> Filled:
        """As `render`, with what is to be said about the file, such as names that were missing.

        Raises:
            RenderError: The record does not fit the template; carries all faults found.
        """


class Additions(TypedDict, total=False):
    """What a program adds to the language of its templates."""

    filters: Mapping[str, Callable[..., object]]
    tests: Mapping[str, Callable[..., bool]]
    globals: Mapping[str, object]


def compile_template(
    template: Input,
    *,
    folder: str | os.PathLike[str] | None = None,
    allow: Collection[Allowed] = (),
    **additions: Unpack[Additions],
) -> Template:
    """Compile a template; no data is needed for it.

    A name that ends in ``.md`` or ``.markdown`` is a Markdown template; everything else is one
    of Word. ``filters``, ``tests`` and ``globals`` are functions and values of the program's own;
    what a template makes them do is the program's risk. A template may take in other files of its
    own folder, or of ``folder``, and of none else. ``allow`` lets stand in a Word file what is
    refused else: ``ole``, embedded objects, and ``linked-pictures``, loaded from the web or from
    the reader's machine.

    Raises:
        PackageError: The Word file cannot be read, is no Word file, or not a safe one.
        TemplateError: The template has faults; carries all of them.
    """
    from octavo.expressions import Own  # an engine is loaded when it is asked for

    shelf = None if folder is None else Path(folder)
    own = Own(**additions) if additions else None
    if PurePath(name_of(template)).suffix.lower() in _MARKDOWN:
        from octavo import markdown  # as above

        return markdown.compile_template(template, own, shelf)
    from octavo import word  # as above

    return word.compile_template(template, own, shelf, allow)


def may_take_in(template: Input) -> bool:
    """Whether a template may take other files in; False only where it surely takes none.

    Raises:
        PackageError: The Word file cannot be read, is no Word file, or not a safe one.
        TemplateError: The Markdown file cannot be read.
    """
    if PurePath(name_of(template)).suffix.lower() in _MARKDOWN:
        from octavo import markdown  # as above

        return markdown.may_take_in(template)
    from octavo import word  # as above

    return word.may_take_in(open_package(template))


def render(template: Input, data: Mapping[str, object], **manner: Unpack[Options]) -> bytes:
    """Fill a template once; compile one that is filled often, or that calls a program's functions.

    Raises:
        PackageError: The Word file cannot be read, is no Word file, or not a safe one.
        TemplateError: The template has faults; carries all of them.
        RenderError: The record does not fit the template; carries all faults found.
    """
    return compile_template(template).render(data, **manner)


def check_template(template: Input, *, allow: Collection[Allowed] = ()) -> tuple[Finding, ...]:
    """Everything that is to be said about a template; nothing if it is fine.

    ``allow`` as for `compile_template`.
    """
    try:
        return compile_template(template, allow=allow).warnings
    except FindingsError as error:
        return error.findings


def fields(template: Input) -> tuple[Field, ...]:
    """Every name that a template asks for, in order, with its place.

    Raises:
        PackageError: The Word file cannot be read, is no Word file, or not a safe one.
        TemplateError: The template has faults; carries all of them.
    """
    return compile_template(template).fields


def schema(template: Input) -> dict[str, object]:
    """What a template asks for as JSON Schema (draft 2020-12).

    Raises:
        PackageError: The Word file cannot be read, is no Word file, or not a safe one.
        TemplateError: The template has faults; carries all of them.
    """
    from octavo.expressions import schema_of  # as above

    return schema_of(fields(template))


def compare(before: Input, after: Input) -> tuple[Finding, ...]:
    """How the second Word file differs from the first; nothing if people cannot tell them apart.

    Raises:
        PackageError: One of them cannot be read, is no Word file, or not a safe one.
    """
    from octavo.ooxml import compare as compared  # as above

    return compared(_to_read(before), _to_read(after))


def measure(document: Input, *, limit: int = 1) -> Layout:
    """How many pages a Word file takes, and whether it keeps within ``limit`` of them.

    Raises:
        PackageError: It cannot be read, is no Word file, or not a safe one.
    """
    from octavo.pages import Galley  # as above

    return Galley(_to_read(document)).layout(limit)


def read_text(document: Input) -> tuple[Block, ...]:
    """The visible paragraphs of a Word file, each with its place.

    Raises:
        PackageError: It cannot be read, is no Word file, or not a safe one.
    """
    return tuple(text_of(_to_read(document)))


def _to_read(document: Input) -> Package:
    """A file that is never written again may hold macros, objects and pointers: none is followed.

    Raises:
        PackageError: It cannot be read, is no Word file, or made to harm whoever reads it.
    """
    return read_package(read_file(document), name_of(document), only_read=True)
