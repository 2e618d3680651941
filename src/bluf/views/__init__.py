"""Brief → view: one brief for one audience and language, in the words templates print."""

from __future__ import annotations

from bluf.views.annex import with_annex
from bluf.views.fields import Field, Kind, fields
from bluf.views.labels import Labels, UnknownLanguageError, labels_for, languages
from bluf.views.rows import BriefView, OutstandingRow
from bluf.views.view import mapping, view

__all__ = [
    "BriefView",
    "Field",
    "Kind",
    "Labels",
    "OutstandingRow",
    "UnknownLanguageError",
    "fields",
    "labels_for",
    "languages",
    "mapping",
    "view",
    "with_annex",
]
