"""Which place of the data each text of a rendered file comes from."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

from octavo.expressions import Anchored

if TYPE_CHECKING:
    from collections.abc import Iterator


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
