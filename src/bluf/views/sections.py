"""The page as data: what each section prints, and which sections a layout has, in what order.

``scripts/make_templates.py`` makes the shipped templates from these tables, one pair a layout; what
moves to an annex and where items stand on a page is read from them too.

A text is a template with a little markup: ``**bold**``, ``~~grey~~`` and ``^item.sources^`` for the
numbers of sources, which Word raises and Markdown puts in brackets.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Form(StrEnum):
    """How a section stands on the page."""

    TITLE = "title"
    MEMO = "one line of who and when"
    MEMO_TABLE = "a line for each of who and when"
    NOTICE = "a warning"
    BOX = "bottom line and recommendations in a box"
    CHOICES = "recommendations with boxes to tick"
    TEXT = "a text"
    LINES = "a paragraph for each item"
    BULLETS = "a list with bullets"
    TABLE = "a table"
    ACCOUNTS = "the sides’ words side by side"
    SIGNATURES = "lines to sign on"
    SOURCES = "the documents, one after the other"


class Column(Struct, frozen=True):
    """A column of a table.

    Attributes:
        head: Name of the label at its top.
        body: What stands in it.
        mm: Its width in millimetres, before it follows its content.
        when: What has to hold for it to be there; Word drops a column that is empty by itself.
    """

    head: str
    body: str
    mm: float
    when: str = ""


class Section(Struct, frozen=True):
    """A section of the page.

    Attributes:
        form: How it stands there.
        of: The field of the brief that it prints; it is left out where that is empty.
        heading: Name of the label above it; empty for none.
        item: What an item is called in its template.
        columns: The columns of a table.
        text: What stands in the other forms.
        group: The field of an item that begins a group of rows.
        marked: The fields of an item by which it is found on the page.
        movable: Whether its items can move to an annex.
        where: A filter of Jinja for the items that it prints, where it does not print all.
        about: What stands behind the heading where there is one item alone: ``subject``.
    """

    form: Form
    of: str = ""
    heading: str = ""
    item: str = ""
    columns: tuple[Column, ...] = ()
    text: str = ""
    group: str = ""
    marked: tuple[str, ...] = ()
    movable: bool = False
    where: str = ""
    about: str = ""

    @property
    def moves_wholly(self) -> bool:
        """Whether an annex can have all its items; the page says so, lest it be taken for empty."""
        return self.movable and self.form is not Form.TEXT


class Layout(Struct, frozen=True):
    """A page: its sections in order, and what it is for."""

    about: str
    sections: tuple[str, ...]


def portion(of: str) -> str:
    """The mark of a part and a blank, in a template; nothing where the part has none."""
    return f"{{% if {of} %}}{{{{ {of} }}}} {{% endif %}}"


_REQUESTS = (
    Column("number", "{{ request.number }}", 8),
    Column("ask", portion("request.portion") + "{{ request.text }}^request.sources^", 92),
    Column("parties", "{{ request.parties }}", 42),
    Column(
        "answer",
        "{% if request.answered %}{{ request.answer }}{% else %}"
        "~~{{ request.answer }}~~{% endif %}",
        28,
    ),
)
_FIRM = (
    "{% if outcome.rank == 3 %}**{{ outcome.strength }}**"
    "{% else %}{{ outcome.strength }}{% endif %}"
)
_STATEMENT = portion("outcome.portion") + "{{ outcome.statement }}^outcome.sources^"
_OUTCOMES = (
    Column("number", "{{ outcome.number }}", 8),
    Column("statement", _STATEMENT, 97),
    Column("strength", _FIRM, 25),
    Column("reported_by", "{{ outcome.said_by }}", 40),
)
_FOLLOW_UPS = (
    Column("number", "{{ item.number }}", 8),
    Column("action", portion("item.portion") + "{{ item.text }}^item.sources^", 72),
    Column("owner", "{{ item.owner }}", 30),
    Column("due", "{{ item.due }}", 42),
    Column("status", "{{ item.closed }}", 18, 'brief.follow_ups|selectattr("closed")|list'),
)
_OUTSTANDING = (
    Column("number", "{{ item.number }}", 8),
    Column("action", portion("item.portion") + "{{ item.what }}^item.sources^", 72),
    Column("owner", "{{ item.owner }}", 30),
    Column("due", "{{ item.due }}", 38, 'brief.outstanding|selectattr("due")|list'),
    Column("status", "{{ item.status }}", 22),
)
_SETTLED = (
    portion("item.portion") + "{{ item.what }}^item.sources^"
    "{% if item.owner %} · {{ item.owner }}{% endif %} · **{{ item.answer }}**"
)
_EVENT = (
    portion("event.portion") + "**{{ event.title }}**"
    "{% if event.account %} · {{ event.account }}{% endif %}"
)

_POINT = portion("request.portion") + "{{ request.text }}^request.sources^"
_OURS = 'selectattr("side", "equalto", "ours")|list'
_THEIRS = 'rejectattr("side", "equalto", "ours")|list'
"""Of requests; where the record names no side of ours, all of them may be theirs."""

SECTIONS: dict[str, Section] = {
    "title": Section(Form.TITLE),
    "memo": Section(Form.MEMO),
    "memo_table": Section(Form.MEMO_TABLE),
    "notice": Section(Form.NOTICE, "unproven"),
    "box": Section(Form.BOX),
    "purpose": Section(Form.TEXT, "bottom_line", "purpose"),
    "choices": Section(Form.CHOICES, "recommendations", "recommendations"),
    "events": Section(Form.LINES, "events", "meeting", "event", text=_EVENT, marked=("title",)),
    "outstanding": Section(Form.TABLE, "outstanding", "outstanding", "item", _OUTSTANDING),
    "settled": Section(Form.LINES, "settled", "settled", "item", text=_SETTLED),
    "requests": Section(
        Form.TABLE,
        "requests",
        "requests",
        "request",
        _REQUESTS,
        marked=("ask", "text"),
        movable=True,
    ),
    "outcomes": Section(
        Form.TABLE,
        "outcomes",
        "outcomes",
        "outcome",
        _OUTCOMES,
        marked=("statement",),
        movable=True,
    ),
    "decisions": Section(Form.TABLE, "outcomes", "decisions", "outcome", _OUTCOMES, movable=True),
    "differences": Section(Form.ACCOUNTS, "differences", "differences", about="subject"),
    "follow_ups": Section(
        Form.TABLE,
        "follow_ups",
        "follow_ups",
        "item",
        _FOLLOW_UPS,
        group="heading",
        marked=("action", "text"),
        movable=True,
    ),
    "actions": Section(
        Form.TABLE, "follow_ups", "actions", "item", _FOLLOW_UPS, group="heading", movable=True
    ),
    "next": Section(
        Form.LINES,
        "next",
        "next",
        "planned",
        text=portion("planned.portion") + "{{ planned.summary }}",
    ),
    "lines_to_take": Section(
        Form.BULLETS,
        "lines_to_take",
        "lines_to_take",
        "line",
        text=portion("brief.portions.lines_to_take") + "{{ line }}",
    ),
    "if_raised": Section(
        Form.BULLETS,
        "outcomes",
        "if_raised",
        "outcome",
        movable=True,
        text=f"{_STATEMENT}{{% if outcome.said_by %}} · "
        "~~{{ labels.reported_by ~ labels.colon ~ outcome.said_by }}~~{% endif %}",
    ),
    "our_points": Section(
        Form.BULLETS, "requests", "our_points", "request", text=_POINT, movable=True, where=_OURS
    ),
    "their_points": Section(
        Form.BULLETS,
        "requests",
        "their_points",
        "request",
        text=_POINT,
        movable=True,
        where=_THEIRS,
    ),
    "comment": Section(Form.TEXT, "comment", "comment"),
    "background": Section(Form.TEXT, "background", "background", movable=True),
    "consultation": Section(Form.TEXT, "cc", "consultation"),
    "signatures": Section(Form.SIGNATURES, "", "signature"),
    "sources": Section(Form.SOURCES, "sources", "sources", marked=("summary",)),
}
"""Every section by its name."""

LAYOUTS: dict[str, Layout] = {
    "brief": Layout(
        "what was asked, what came of it, what is owed",
        (
            *("title", "memo", "notice", "box", "events", "outstanding", "settled", "requests"),
            *("outcomes", "differences", "follow_ups", "next", "lines_to_take", "comment"),
            *("background", "sources"),
        ),
    ),
    "action-memo": Layout(
        "what is to be decided, with boxes to tick and lines to sign on",
        (
            *("title", "memo_table", "notice", "purpose", "choices", "background", "events"),
            *("outcomes", "differences", "follow_ups", "comment", "consultation", "signatures"),
            *("sources",),
        ),
    ),
    "talking-points": Layout(
        "what to say, and what the others may say",
        (
            *("title", "memo", "notice", "box", "lines_to_take", "our_points", "their_points"),
            *("if_raised", "differences", "outstanding", "next", "comment", "background"),
            *("sources",),
        ),
    ),
    "minutes": Layout(
        "what was decided, and who does what by when",
        (
            *("title", "memo", "notice", "events", "decisions", "actions", "outstanding"),
            *("settled", "requests", "differences", "next", "background", "sources"),
        ),
    ),
}
"""Every layout by its name, which is that of its templates too."""


def movable() -> tuple[str, ...]:
    """The lists whose items can move to an annex; a text moves as a whole."""
    found = (section.of for section in SECTIONS.values() if section.moves_wholly)
    return tuple(dict.fromkeys(found))


def marked_fields() -> dict[str, tuple[str, ...]]:
    """The lists whose items are found on a page, each with the fields that are looked for."""
    return {section.of: section.marked for section in SECTIONS.values() if section.marked}
