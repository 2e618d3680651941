"""Word both ways: what was edited in a brief that was sent round, brought home to its data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.roundtrip.base import (
        ALLOWED,
        DIGEST,
        Base,
        OutputState,
        StateError,
        VersionStore,
        digest_in,
        digest_of,
        is_as_written,
        is_begun,
        is_home,
        stamped,
        with_pulled,
        with_version,
    )
    from bluf.roundtrip.changes import SETTLED, WANTED, Disposition, FieldChange, Unplaced
    from bluf.roundtrip.edits import Edit, FoundEdits, find_edits, likeness
    from bluf.roundtrip.merge import merged
    from bluf.roundtrip.origins import STEM, Origin, origins_of, with_anchors
    from bluf.roundtrip.records import RecordDifference, compare_records
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
