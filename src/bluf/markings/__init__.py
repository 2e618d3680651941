"""Markings: what levels and caveats there are, how they combine, and who may see what."""

from __future__ import annotations

from bluf.markings.clearance import Clearance
from bluf.markings.combining import beyond, combined, lacking
from bluf.markings.reading import banner, portion, read
from bluf.markings.scheme import Caveat, Joining, Level, Marking, Scheme
from bluf.markings.schemes import Schemes, schemes
from bluf.markings.spelling import correction
