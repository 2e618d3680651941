"""Excel workbooks (ISO/IEC 29500, SpreadsheetML): stored values only, nothing is calculated."""

from __future__ import annotations

from bluf.data.formats.xlsx.read import read_tables
