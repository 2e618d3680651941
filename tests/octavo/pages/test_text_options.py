from __future__ import annotations

import pytest

from octavo.pages.reading import MOST_STEPS, Unmeasurable, Work


def test_a_layout_ends_where_it_takes_too_long() -> None:
    work = Work()
    work.spend(MOST_STEPS - 10)
    assert work.steps == MOST_STEPS
    with pytest.raises(Unmeasurable, match="laid out again for too many page layouts"):
        work.spend(0)
