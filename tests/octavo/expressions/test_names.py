from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.expressions import (
        Code,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a.b }}", ["prints a.b"]),
        ("{{ a['b'].c }}", ["prints a.b.c"]),
        ("{{ a[0].c }}{{ a[i] }}{{ a[1:] }}", ["prints a[].c", "uses i", "prints a[]", "prints a"]),
        (
            "{% for r in b.rs %}{{ r.ask }}{{ loop.index }}{% endfor %}",
            ["loops over b.rs", "prints b.rs[].ask"],
        ),
        (
            "{% for r in b.rs|sort(attribute='n') if r.ok %}{% else %}{{ r }}{% endfor %}",
            ["loops over b.rs", "uses b.rs[].n", "uses b.rs[].ok", "prints r"],
        ),
        ("{% for k, v in m|items %}{{ k }}{{ v.x }}{% endfor %}", ["loops over m", "prints m[].x"]),
        (
            "{% for g, xs in m|groupby('t') %}{% for x in xs %}{{ x.y }}{% endfor %}{% endfor %}",
            ["loops over m", "loops over m", "prints m[].y"],
        ),
        ("{% for a, b in m %}{{ a }}{% endfor %}", ["loops over m"]),
        (
            "{{ xs|selectattr('done')|map(attribute='name')|join(s) }}",
            ["uses s", "uses xs", "uses xs[].done", "uses xs[].name"],
        ),
        ("{{ (xs|first).name }}", ["uses xs", "uses xs[]", "prints xs[].name"]),
        ("{{ a|upper }}{{ b|length }}", ["prints a", "uses b"]),
        (
            "{% if a.b and c %}{% elif d %}{{ e }}{% else %}{{ f if g else h }}{% endif %}",
            ["uses a.b", "uses c", "uses d", "prints e", "uses g", "prints f", "prints h"],
        ),
        ("{{ a if b }}{{ a + b }}", ["uses b", "prints a", "uses a", "uses b"]),
        (
            "{% set x = a.b %}{{ x.c }}{% set y %}{{ d }}{% endset %}{{ y }}{% set p, q = r %}",
            ["uses a.b", "prints a.b.c", "prints d", "uses r"],
        ),
        ("{% with x = a %}{{ x.b }}{% endwith %}", ["uses a", "prints a.b"]),
    ],
)
def test_the_names_a_template_asks_for_are_followed(
    text: str, expected: list[str], compiled: Callable[[str], Code]
) -> None:
    assert [f"{ask.use} {ask.path}" for ask in compiled(text).asks] == expected
