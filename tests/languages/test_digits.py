from __future__ import annotations

from decimal import Decimal

from bluf.languages import figures_in


def test_a_point_is_read_as_the_language_reads_it() -> None:
    assert figures_in("1.500 tonnes", "en")[0].values == {Decimal("1.500")}
    assert figures_in("1.500 Tonnen", "de")[0].values == {Decimal(1500)}
    assert figures_in("1,500 toneladas", "es")[0].values == {Decimal(1500), Decimal("1.500")}
    assert figures_in("1.500", "ja")[0].values == {Decimal(1500), Decimal("1.500")}
    assert figures_in("0.500 Tonnen", "de")[0].values == {Decimal("0.500")}
