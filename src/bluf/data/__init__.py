"""Data files: what an analyst types, read into a brief with every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.data.dump import Value, full_values, source_values
    from bluf.data.edit import Edits, change, create, edited, rewrite
    from bluf.data.error import DataError
    from bluf.data.formats.yaml_faults import mended
    from bluf.data.lines import Lines
    from bluf.data.load import SCHEMA_NAME, STANDARD_INPUT, load_text, refuse_link, schema_file
    from bluf.data.new import commented, is_id, missing_schema, starter, starter_workbook
    from bluf.data.reading import DataFile, TreeFile, read, read_mapping, read_toml, read_tree
    from bluf.data.splice import SpliceError
    from bluf.data.tree import Places, pruned
    from bluf.data.versions import ALL, Version, audiences, version
    from bluf.data.writers.table import ENDINGS, files_of
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
