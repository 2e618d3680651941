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


def unprinted_fields(data: DataFile, press: Renderer) -> Iterator[Finding]:
    """A note for each field that the record fills and no template asks for."""
    if not data.brief.extra:
        return
    paths = [press.template(kind) for kind in press.kinds]
    asked = {field.path for path in paths for field in compiled(path).fields}
    for name in data.brief.extra:
        if not asked & {_EXTRA, f"{_EXTRA}.{name}", f"{_EXTRA}.{name}[]"}:
            location = data.places.at("extra", name)
            yield finding(
                "own-field-not-printed",
                f"no template of this build prints “{name}”",
                location,
                f"print it with “{{{{ {_EXTRA}.{name} }}}}”, or leave it out",
                data.excerpt(location),
            )
