from __future__ import annotations

from collections.abc import Callable
from typing import Any

Fill = Callable[..., Any]


def test_smart_tags_protected_ranges_and_paragraph_ids_do_not_travel(fill: Fill) -> None:
    body = (
        '<w:p w14:paraId="00000001"><w:permStart w:id="1"/><w:smartTag><w:smartTagPr/>'
        '<w:r><w:t>{{ x }}</w:t></w:r></w:smartTag><w:permEnd w:id="1"/></w:p>'
    )
    output = fill(body, {"x": "a"})
    assert output.body == ["a"]
    assert not any(word in output.xml() for word in ("smartTag", "perm", "paraId"))
