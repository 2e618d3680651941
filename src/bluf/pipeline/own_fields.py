"""Fields of one's own that no template of a build prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline.render import compiled
from bluf.rules import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data import DataFile
    from bluf.pipeline.render import Renderer
    from octavo.finding import Finding

_EXTRA = "brief.extra"


def _ways_to_ask(name: str) -> Iterator[str]:
    """The names by which a template reaches a field, or a record or all that it stands in."""
    parts = name.split(".")
    yield _EXTRA
    for count in range(1, len(parts) + 1):
        path = ".".join(parts[:count])
        yield from (path, f"{path}[]", f"{_EXTRA}.{path}", f"{_EXTRA}.{path}[]")


def unprinted_fields(data: DataFile, press: Renderer) -> Iterator[Finding]:
    """A note for each field that the record fills and no template asks for."""
    if not data.brief.extra:
        return
    paths = [press.template(kind) for kind in press.kinds]
    asked = {field.path for path in paths for field in compiled(path).fields}
    for name in data.brief.extra:
        if not asked & set(_ways_to_ask(name)):
            location = data.places.at("extra", name)
            yield finding(
                "own-field-not-printed",
                f"no template of this build prints “{name}”",
                location,
                f"print it with “{{{{ {_EXTRA}.{name} }}}}”, or leave it out",
                data.excerpt(location),
            )
