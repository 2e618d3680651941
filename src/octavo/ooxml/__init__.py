"""What Word files are: reading them safely, writing them the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from octavo.ooxml.archive import packed, write_archive
    from octavo.ooxml.block_content import PARAGRAPH, ROW, TABLE, PlacedBlock
    from octavo.ooxml.changes import resolved
    from octavo.ooxml.comparison import compare
    from octavo.ooxml.cropping import crop
    from octavo.ooxml.elements import in_place, ranks, remove, replace, unwrap
    from octavo.ooxml.errors import DEFAULT_LIMITS, STRUCTURE_INVALID, Limits, PackageError
    from octavo.ooxml.fields import WordField, fields_in
    from octavo.ooxml.gate.fields import link_address
    from octavo.ooxml.gate.kind import looks_like
    from octavo.ooxml.images import without_metadata
    from octavo.ooxml.merge.holding import Holding
    from octavo.ooxml.merge.merging import Merge
    from octavo.ooxml.metadata import scrub
    from octavo.ooxml.names import (
        COMMENTS,
        CORE_PROPERTIES,
        CUSTOM_PROPERTIES,
        ENDNOTES,
        FOOTER,
        FOOTNOTES,
        HEADER,
        HYPERLINK,
        IMAGE,
        NAMESPACES,
        NUMBERING,
        RELATIONSHIP_BASE,
        RELATIONSHIPS_TYPE,
        SETTINGS,
        SIGN_FONTS,
        STYLES,
        drop_unused,
        qn,
        qns,
    )
    from octavo.ooxml.package import Package, Part
    from octavo.ooxml.parse import XmlError, parse_xml, serialise
    from octavo.ooxml.places import Places, places_of
    from octavo.ooxml.read import (
        gated,
        open_package,
        read_file,
        read_members,
        read_package,
        same_parts,
    )
    from octavo.ooxml.relationships import (
        Relationship,
        is_web_link,
        plain_address,
        read_relationships,
        relationships_name,
    )
    from octavo.ooxml.runs import RunReader
    from octavo.ooxml.sight.colours import with_changes
    from octavo.ooxml.sight.reading import SeenBlock, read_seen
    from octavo.ooxml.stories import Block, Story, every_field, every_text, read_text, stories_of
    from octavo.ooxml.structure import check_structure
    from octavo.ooxml.styles import (
        CellPosition,
        StyleSheet,
        is_on,
        parts_of,
        read_styles,
        shown_parts,
        style_sheet,
        value_of,
    )
    from octavo.ooxml.visible import Hiding, hiding_in, hiding_of, is_unseen
    from octavo.ooxml.vml import vml_points, vml_style
    from octavo.ooxml.write import as_document, edit_package, edited, update_fields, write_package
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
