"""Sections of the page as Markdown: one function a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.views import SECTIONS, Form, portion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bluf.views import Section

_NUMBERS = re.compile(r"\^([\w.]+)\^")
_DECISION = " · {{ advised.decision }}  "
_GREY = re.compile(r"~~(.+?)~~")


def items(section: Section, whole: str = "brief") -> str:
    """What a section prints of the brief, or of its annex, as an expression of a template."""
    return f"{whole}.{section.of}" + (f"|{section.where}" if section.where else "")


def filled(section: Section) -> str:
    """What has to hold for it to stand on the page: it has something, there or beyond."""
    return items(section) + (f" or {items(section, 'brief.annex')}" if section.moves_wholly else "")


def page(names: tuple[str, ...]) -> str:
    """The template of a layout."""
    blocks = [block for name in names for block in _section(SECTIONS[name])]
    whole = [_banner(), *blocks, *_colophon(), *_annex(names), _banner()]
    return "\n".join(whole).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def _banner() -> str:
    return "{% if brief.marking %}\n**{{ brief.marking }}**\n\n{% endif %}"


def _section(section: Section) -> Iterator[str]:
    what = items(section)
    if section.of:
        yield f"{{% if {filled(section)} %}}"
    if section.heading:
        yield f"## {heading(section, what)}\n"
    if section.moves_wholly:
        yield f"{{% if {what} %}}"
    yield from _FORMS[section.form](section, what)
    if section.moves_wholly:
        yield "{% else %}\n{{ labels.in_annex }}\n{% endif %}"
    yield "\n{% endif %}" if section.of else ""


def heading(section: Section, what: str) -> str:
    """The label of a section, and what it is about where it has one item alone."""
    label = f"labels.{section.heading}"
    if not section.about:
        return f"{{{{ {label} }}}}"
    only = f"({what}|first)"
    mark = f"({only}.portion ~ ' ' if {only}.portion else '')"
    whole = f"{label} ~ labels.colon ~ {mark} ~ {only}.{section.about}"
    return f"{{{{ {whole} if {what}|length == 1 else {label} }}}}"


def _marked(text: str) -> str:
    """Our markup as Markdown: numbers of sources in brackets, grey as it is."""
    text = _NUMBERS.sub(r"{% if \1 %} [{{ \1 }}]{% endif %}", text)
    return _GREY.sub(r"\1", text)


def _title(_section: Section, _what: str) -> Iterator[str]:
    yield "{% if letterhead.name %}\n{{ letterhead.name }}\n\n{% endif %}"
    yield "# " + portion("brief.portions.title") + "{{ brief.title }}\n"


def _memo(_section: Section, _what: str) -> Iterator[str]:
    yield '{{ brief.memo|join(" · ") }}\n'


def _memo_table(_section: Section, _what: str) -> Iterator[str]:
    yield "{% for line in brief.memo %}\n- {{ line }}\n{% endfor %}\n"


def _notice(_section: Section, what: str) -> Iterator[str]:
    yield f"> **{{{{ {what} }}}}**"


def _box(_section: Section, _what: str) -> Iterator[str]:
    yield "## {{ labels.bottom_line }}\n"
    yield "> " + portion("brief.portions.bottom_line") + "{{ brief.bottom_line | markdown }}"
    yield "{% for advised in brief.recommendations %}\n>"
    yield (
        "> **{{ labels.recommendations ~ labels.colon }}** "
        + portion("advised.portion")
        + "{{ advised.text }} · {{ advised.decision }}\n{% endfor %}\n"
    )


def _choices(_section: Section, what: str) -> Iterator[str]:
    yield f"{{% for advised in {what} %}}"
    mark = portion("advised.portion")
    yield "{{ advised.number }}. " + mark + "**{{ advised.text }}**" + _DECISION
    yield "   {{ advised.boxes }}\n{% endfor %}"


def _text(section: Section, what: str) -> Iterator[str]:
    known = ("bottom_line", "comment", "background")
    mark = portion(f"brief.portions.{section.of}") if section.of in known else ""
    yield f"{mark}{{{{ {what} | markdown }}}}"


def _items(section: Section, what: str) -> Iterator[str]:
    yield f"{{% for {section.item} in {what} %}}\n- {_marked(section.text)}\n{{% endfor %}}"


def _table(section: Section, what: str) -> Iterator[str]:
    heads, rules, cells = [], [], []
    for column in section.columns:
        when = column.when.replace(f"brief.{section.of}", what)
        opening, end = (f"{{% if {when} %}}", "{% endif %}") if when else ("", "")
        heads.append(f"{opening} {{{{ labels.{column.head} }}}} |{end}")
        rules.append(f"{opening}---|{end}")
        cells.append(f"{opening} {_marked(column.body)} |{end}")
    group = f"{section.item}.{section.group}"
    yield "|" + "".join(heads)
    yield "|" + "".join(rules)
    yield f"{{% for {section.item} in {what} %}}"
    if section.group:
        count = len(section.columns)
        yield (
            f"{{% if {group} %}}\n| | **{{{{ {group} }}}}** |"
            + "".join(
                f"{{% if {column.when.replace(f'brief.{section.of}', what)} %}} |{{% endif %}}"
                if column.when
                else " |"
                for column in section.columns[2:count]
            )
            + "\n{% endif %}"
        )
    yield "|" + "".join(cells)
    yield "{% endfor %}"


def _accounts(_section: Section, what: str) -> Iterator[str]:
    yield f"{{% for difference in {what} %}}"
    subject = portion("difference.portion") + "**{{ difference.subject }}**"
    yield f"{{% if {what}|length > 1 %}}\n{subject}\n\n{{% endif %}}"
    yield "{% for account in difference.accounts %}"
    yield ("- {{ account.party }} [{{ account.source }}] – {{ account.decisive | markdown }}")
    yield "{% endfor %}\n\n{% endfor %}"


def _signatures(_section: Section, _what: str) -> Iterator[str]:
    yield "| {{ labels.name }} | {{ labels.signature }} | {{ labels.date }} |"
    yield "|---|---|---|"
    yield "| {{ brief.from }} | | |"
    yield "{% if brief.through %}\n| {{ brief.through }} | | |\n{% endif %}"
    yield "| {{ brief.to }} | | |"


def _sources(_section: Section, what: str) -> Iterator[str]:
    yield f"{{% for source in {what} %}}"
    yield (
        "{{ source.number }}. "
        + portion("source.portion")
        + "{% if source.url %}[{{ source.summary }}]({{ source.url }})"
        "{% else %}{{ source.summary }}{% endif %}"
    )
    yield "{% endfor %}"


_FORMS: dict[Form, Callable[[Section, str], Iterator[str]]] = {
    Form.TITLE: _title,
    Form.MEMO: _memo,
    Form.MEMO_TABLE: _memo_table,
    Form.NOTICE: _notice,
    Form.BOX: _box,
    Form.CHOICES: _choices,
    Form.TEXT: _text,
    Form.LINES: _items,
    Form.BULLETS: _items,
    Form.TABLE: _table,
    Form.ACCOUNTS: _accounts,
    Form.SIGNATURES: _signatures,
    Form.SOURCES: _sources,
}


def _colophon() -> Iterator[str]:
    yield "{% if brief.annex.note %}\n**{{ brief.annex.note }}**\n\n{% endif %}"
    yield '{{ brief.colophon|join(" · ") }}\n'


def _annex(names: tuple[str, ...]) -> Iterator[str]:
    yield "{% if brief.annex.note %}\n## {{ labels.annex }}\n"
    yield "{% if brief.annex.events %}\n### {{ labels.participants }}\n"
    yield "{% for event in brief.annex.events %}"
    yield "- " + portion("event.portion") + "**{{ event.title }}** · {{ event.everybody }}"
    yield "{% endfor %}\n\n{% endif %}"
    for name in names:
        if SECTIONS[name].movable:
            yield from _moved(SECTIONS[name])
    yield "{% endif %}"


def _moved(section: Section) -> Iterator[str]:
    what = items(section, "brief.annex")
    yield f"{{% if {what} %}}\n### {heading(section, what)}\n"
    yield from _FORMS[section.form](section, what)
    yield "\n{% endif %}"
