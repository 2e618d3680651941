from __future__ import annotations

from octavo.expressions import Field, Use, schema_of
from octavo.location import FileLocation


def test_the_names_of_a_template_make_objects_and_arrays() -> None:
    place = FileLocation("memo.md")
    asked = [
        Field("requests", Use.LOOP, place, "{% for r in requests %}"),
        Field("requests[].ask", Use.PRINT, place, "{{ r.ask }}"),
    ]
    found = schema_of(asked)
    ask = {"type": ["string", "number", "boolean", "null"]}
    item = {"type": "object", "properties": {"ask": ask}}
    assert found["properties"] == {"requests": {"type": "array", "items": item}}
