"""OpenDocument texts: `document` reads them, `styles` says what is seen of their words."""

from __future__ import annotations

from bluf.evidence.formats.odt.document import read
