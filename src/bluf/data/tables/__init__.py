"""A brief as tables: one for each kind of record, in a workbook or a folder of CSV files."""

from __future__ import annotations
