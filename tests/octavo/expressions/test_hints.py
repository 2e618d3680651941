from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import octavo


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ '{:,.2f}'.format(price) }}", "write “price|number(2)”"),
        ("{{ '{:.1%}'.format(a.b) }}", "write “a.b|percent(1)”"),
        ("{{ '{:,}'.format(xs[0]) }}", "write “xs[0]|number”"),
        (
            "{{ '{}'.format(x|upper) }}",
            "write “'%s'|format(x|upper)”, or “x|upper|number” for a number",
        ),
        ("{{ a.format() }}", "write “'%s'|format(value)”, or “value|number” for a number"),
        ("{{ day.strftime('%d/%m/%Y') }}", "write “day|date('dd/MM/yyyy')”"),
        ("{{ day.strftime('%Q') }}", "write “day|date”"),
        ("{{ day.strftime(f) }}", "write “day|date”"),
        ("{{ ', '.join(xs) }}", "write “xs|join(', ')”"),
        ("{{ a.split(',') }}", "write “a|split(',')”"),
        ("{{ a.get('b') }}", "write “a['b']|default('')”"),
        ("{{ a.b(1).strip() }}", "write “a.b(1)|trim”"),
        ("{{ (a + b).upper() }}", "write “…|upper”"),
        ("{{ a.comma_and_list() }}", "write “a|enumeration”"),
        ("{{ a.values() }}", "write “a|items|map('last')”"),
        ("{{ a.startswith('Dr.') }}", "write “a[:3] == 'Dr.'”"),
        ("{{ a.endswith('Dr.') }}", "write “a[-3:] == 'Dr.'”"),
        (
            "{{ a.endswith(b) }}",
            "put what it gives in the data, or add a filter: “a|endswith(b)”",
        ),
        (
            "{{ a.count('b') }}",
            "put what it gives in the data, or add a filter: “a|count('b')”",
        ),
        ("{{ a.count() }}", "write “a|count”"),
        ("{% if a && b %}", "write “and”"),
        ("{% if a || b %}", "write “or”"),
        ("{% if !a %}", "write “not”"),
        ("{{ a ? b : c }}", "write “… if … else …”"),
        ("{{ a === b }}", "write “==”"),
        ("{{ a <> b }}", "write “!=”"),
        ("{% if a: %}", "leave out the “:”"),
        ("{{ a != '?' b }}", ""),
        ("{% else if b %}", "write “{% elif … %}”"),
        ("{% elseif b %}", "did you mean “elif”?"),
        ("{{ a.block() }}", "put what it gives in the data, and write “a.block”"),
        ("{{ currency(a) }}", "write “|currency”"),
        ("{{ include_docx_template('a') }}", "write “{%p include 'FILE' %}”"),
        ("{{ first Name }}", "a name holds no spaces: write “first_Name”"),
        ("{{ a|intcomma }}", "write “|number”"),
        ("{{ a|uper }}", "did you mean “upper”?"),
        ("{{ '%d' % n }}", "for text, use the filter “format”: “'%.2f'|format(price)”"),
    ],
)
def test_a_hint_can_be_followed(
    tag: str, hint: str, refused: Callable[[str], list[tuple[str, octavo.Finding]]]
) -> None:
    assert hint in {fault.hint for _, fault in refused(tag)}
