"""Brief → view: one brief for one audience and language, in the words templates print."""

from __future__ import annotations

from bluf.views.fields import Field, FieldKind, fields
from bluf.views.items import with_annex
from bluf.views.labels import Labels, UnknownLanguageError, labels_for, lacking, languages
from bluf.views.marks import Marks, marks_of
from bluf.views.phrases import date_in_phrase, due_text, long_date, short_date
from bluf.views.rows import BriefView, ItemRow, OutstandingRow, Row, SourceRow
from bluf.views.sections import (
    LAYOUTS,
    SECTIONS,
    Column,
    Form,
    Layout,
    Section,
    marked_fields,
    movable,
    portion,
)
from bluf.views.view import NO_LETTERHEAD, Letterhead, mapping, view
