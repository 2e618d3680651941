"""What a list writes before its items: words that are no name of a part may turn their sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from octavo.ooxml.sight.layers import Verdict

_SAID: Final = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}+(?!\W*%)")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NAMES: Final = """
    annex appendix article book chapter clause exhibit figure item lesson level note number page
    paragraph part phase point question schedule section slide stage step table task title unit
    abschnitt absatz anhang anlage artikel kapitel punkt teil tabelle annexe chapitre partie titre
    anexo artículo capítulo parte sección allegato articolo capitolo sezione глава статья часть
    раздел члан чл čl ст пункт приложение rozdział część załącznik článek část příloha
    hoofdstuk bijlage deel kapittel vedlegg bilaga bilag osa luku liite dział fig tab art ch sec
    no nr num nummer numéro núm número numero номер бр br
"""
_DIVISIONS: Final = frozenset(_NAMES.split())


def labelled(said: str) -> Iterator[Verdict]:
    """Why what a list writes may turn the sense of an item; “Article %1” does not."""
    words = {word.lower() for word in _WORD.findall(said)}
    if _SAID.search(said) or ("%" not in said and words) or not words <= _DIVISIONS:
        yield False, f"its list writes “{said}” before it"
