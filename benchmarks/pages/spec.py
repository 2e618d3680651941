"""What a brief of the corpus is to look like, drawn by chance from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.pages.words import CYRILLIC, LANGUAGES, WITHIN_BOUNDS

UNKNOWN = ("Futura", "Baskerville", "Optima")
"""Fonts without figures, of which one brief in twenty is set."""
FONTS = ("Calibri", "Arial", "Times New Roman", "Cambria", "Courier New")
LATIN_ONLY = {"Cambria"}
"""The open font with its widths has no Cyrillic, so LibreOffice would take another."""
PAGES = {"A4": (11906, 16838), "Letter": (12240, 15840)}
_SIZES = {"Calibri": 22, "Arial": 20, "Times New Roman": 23, "Cambria": 22, "Courier New": 19}
_CLOSE = 0.05


@dataclass(frozen=True)
class Spec:
    """One brief; lengths are twips but for ``size`` (half-points) and ``padding``."""

    number: int
    design: str
    page: str
    font: str
    language: str
    size: int
    margin: int
    after: int
    line: tuple[int, str]
    contextual: bool
    justified: bool
    cant_split: bool
    padding: int
    kerned: bool
    mode: int
    seed: int
    target: float

    @property
    def text_width(self) -> int:
        """Distance between the side margins."""
        return PAGES[self.page][0] - 2 * self.margin

    @property
    def name(self) -> str:
        """File name without its suffix."""
        font = self.font.replace(" ", "")
        return f"{self.number:04}-{self.design}-{self.page}-{font}-{self.language}"


def specs(count: int, seed: int, designs: tuple[str, ...], *, mixed: bool = False) -> list[Spec]:
    """``count`` briefs, spread evenly over designs, pages and fonts."""
    rng = random.Random(seed)
    return [_spec(number, designs[number % len(designs)], rng, mixed) for number in range(count)]


def _spec(number: int, design: str, rng: random.Random, mixed: bool) -> Spec:  # noqa: FBT001 - passed on
    font = FONTS[number // 2 % len(FONTS)]
    if mixed and not number % 20:
        font = rng.choice(UNKNOWN)
    languages = [
        name
        for name in LANGUAGES
        if not (name in CYRILLIC and font in LATIN_ONLY) and name not in WITHIN_BOUNDS
    ]
    if mixed and number % 20 == 10:
        languages = sorted(WITHIN_BOUNDS)
    size = _SIZES.get(font, 22) + rng.choice((-2, -1, 0, 0, 1))
    return Spec(
        number=number,
        design=design,
        page=rng.choice(tuple(PAGES)),
        font=font,
        language=rng.choice(languages if mixed and number % 20 == 10 else (*languages, "en")),
        size=size,
        margin=rng.choice((1021, 1134, 1134, 1247, 1440)),
        after=rng.choice((0, 60, 80, 120, 160)),
        line=_line(size, rng),
        contextual=rng.random() < 0.6,
        justified=rng.random() < 0.4,
        cant_split=rng.random() < 0.6,
        padding=rng.choice((0, 20, 40, 60, 85)),
        kerned=rng.random() < 0.3,
        mode=rng.choice((14, 15)),
        seed=rng.randrange(1 << 30),
        target=_target(rng),
    )


def _line(size: int, rng: random.Random) -> tuple[int, str]:
    """Mostly a multiple of the line, sometimes an exact or a least height."""
    rule = rng.choice(("auto",) * 6 + ("exact", "atLeast"))
    if rule == "auto":
        return rng.choice((240, 240, 252, 259, 264, 276)), rule
    return round(size * 10 * rng.choice((1.2, 1.25, 1.3))), rule


def _target(rng: random.Random) -> float:
    """How many pages to fill: half of the briefs come close to a full one."""
    if rng.random() < 0.5:
        return rng.uniform(1 - _CLOSE, 1 + _CLOSE)
    return rng.choice((rng.uniform(0.6, 1 - _CLOSE), rng.uniform(1 + _CLOSE, 1.4)))
