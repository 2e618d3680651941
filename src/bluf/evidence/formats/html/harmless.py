"""Properties of CSS that hide no words; what is neither here nor evaluated is in doubt."""

from __future__ import annotations

import re

from bluf.evidence.formats.html.tags import names

_SIDED = (
    *("top", "right", "bottom", "left", "block", "inline"),
    *("block-start", "block-end", "inline-start", "inline-end"),
)
_CORNERS = (
    *("top-left", "top-right", "bottom-left", "bottom-right"),
    *("start-start", "start-end", "end-start", "end-end"),
)
_BOXES = names(
    "align-self all appearance background background-attachment background-origin "
    "background-position-x background-position-y background-repeat border border-block "
    "border-collapse border-color border-image-outset border-image-repeat border-image-width "
    "border-inline border-radius border-right border-width box-decoration-break break-after "
    "break-before break-inside caption-side clear column-fill column-rule column-rule-color "
    "column-rule-style column-rule-width column-span contain-intrinsic-block-size "
    "contain-intrinsic-height contain-intrinsic-inline-size contain-intrinsic-size "
    "contain-intrinsic-width container container-name corner-shape empty-cells field-sizing "
    "flex-flow gap grid grid-column-end grid-row-end grid-template grid-template-areas inset "
    "justify-items justify-self margin offset-anchor offset-distance offset-position offset-rotate "
    "orphans outline-color outline-style overflow overflow-anchor overflow-clip-margin padding "
    "padding-block-end padding-bottom page page-break-after page-break-before page-break-inside "
    "page-orientation "
    "place-items place-self resize size table-layout widows"
) | {
    *(f"border-{side}-{part}" for side in _SIDED for part in ("color", "style", "width")),
    *(f"border-{corner}-radius" for corner in _CORNERS),
    *(f"corner-{place}-shape" for place in (*_SIDED, *_CORNERS)),
}
_LETTERS = names(
    "font font-feature-settings font-kerning font-language-override font-optical-sizing "
    "font-stretch font-style font-synthesis font-synthesis-small-caps font-synthesis-style "
    "font-synthesis-weight font-variant font-variant-alternates font-variant-caps "
    "font-variant-east-asian font-variant-emoji font-variant-ligatures font-variant-numeric "
    "font-variant-position font-variation-settings font-weight hyphenate-limit-chars hyphens "
    "initial-letter line-break list-style list-style-image list-style-position list-style-type "
    "math-shift math-style overflow-wrap ruby-align ruby-position text-autospace text-box "
    "text-box-edge text-box-trim text-decoration text-decoration-color text-decoration-skip-ink "
    "text-decoration-style text-emphasis text-emphasis-color text-emphasis-position "
    "text-emphasis-style text-justify text-orientation text-overflow text-rendering text-shadow "
    "text-size-adjust text-spacing-trim text-transform text-underline-position text-wrap-style "
    "white-space-collapse word-break word-wrap writing-mode"
)
_DRAWINGS = names(
    "alignment-baseline baseline-source buffered-rendering clip-rule color-interpolation "
    "color-interpolation-filters color-rendering cx cy d dominant-baseline fill-rule flood-color "
    "flood-opacity image-orientation image-rendering lighting-color marker marker-end marker-mid "
    "marker-start mask-clip mask-composite mask-mode mask-origin mask-position mask-repeat "
    "mask-size mask-type object-fit object-position object-view-box r rx ry shape-rendering "
    "stop-color stop-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity vector-effect x y"
)
_TIMES = names(
    "animation animation-range animation-range-end animation-range-start animation-timeline "
    "animation-timing-function backface-visibility scroll-timeline scroll-timeline-axis "
    "scroll-timeline-name timeline-scope transform-box transform-style transition "
    "transition-behavior transition-delay transition-duration transition-property "
    "transition-timing-function view-timeline view-timeline-axis view-timeline-inset "
    "view-timeline-name view-transition-class view-transition-group view-transition-name"
)
_READERS = names(
    "accent-color anchor-name anchor-scope app-region caret-animation caret-color caret-shape "
    "counter-increment counter-reset counter-set cursor dynamic-range-limit forced-color-adjust "
    "interactivity interpolate-size overlay overscroll-behavior overscroll-behavior-block "
    "overscroll-behavior-inline overscroll-behavior-x overscroll-behavior-y pointer-events "
    "print-color-adjust reading-flow reading-order scroll-behavior scroll-initial-target "
    "scroll-margin scroll-marker-group scroll-padding scroll-snap-align scroll-snap-stop "
    "scroll-snap-type scroll-target-group scrollbar-color scrollbar-gutter scrollbar-width speak "
    "touch-action user-select"
) | {f"scroll-{kind}-{side}" for kind in ("margin", "padding") for side in _SIDED}
_PREFIXED = {
    f"-webkit-{name}"
    for name in names(
        "align-self animation-timing-function app-region appearance backface-visibility "
        "background-origin border-after border-before border-end border-horizontal-spacing "
        "border-radius border-vertical-spacing box-align box-decoration-break box-direction "
        "box-flex box-ordinal-group box-orient box-pack column-break-after column-break-before "
        "column-break-inside column-rule column-rule-color column-rule-style column-rule-width "
        "column-span font-feature-settings font-smoothing line-break locale margin-after "
        "mask-box-image-outset mask-box-image-repeat mask-box-image-slice mask-box-image-width "
        "mask-clip mask-composite mask-origin mask-position mask-position-x mask-position-y "
        "mask-repeat mask-size padding-after print-color-adjust ruby-position "
        "tap-highlight-color text-emphasis text-emphasis-color text-emphasis-position "
        "text-emphasis-style text-orientation text-size-adjust text-stroke-color transform-style "
        "transition transition-delay transition-duration transition-property "
        "transition-timing-function user-drag user-modify user-select writing-mode"
    )
} | {
    *(f"-webkit-border-{corner}-radius" for corner in _CORNERS[:4]),
    *(
        f"-webkit-border-{side}-{part}"
        for side in ("after", "before", "end", "start")
        for part in ("color", "style", "width")
    ),
}
HARMLESS = _BOXES | _LETTERS | _DRAWINGS | _TIMES | _READERS | _PREFIXED
"""Those that browsers take, and that hide no words whatever their value."""
_IGNORED = names(
    "-moz-binding -moz-border-radius-bottomleft -moz-border-radius-bottomright "
    "-moz-border-radius-topleft -moz-border-radius-topright -moz-opacity -moz-osx-font-smoothing "
    "-moz-box-align -moz-box-direction -moz-box-flex -moz-box-ordinal-group -moz-box-orient "
    "-moz-box-pack -moz-context-properties -moz-float-edge -moz-font-smoothing "
    "-moz-force-broken-image-icon -moz-image-region -moz-orient -moz-outline-radius "
    "-moz-text-blink -moz-text-size-adjust -moz-user-drag -moz-user-focus -moz-user-input "
    "-moz-user-modify -webkit-background -webkit-background-color -webkit-background-image "
    "-webkit-background-position -webkit-background-repeat -webkit-border-fit -webkit-box-lines "
    "-webkit-column-fill -webkit-flex-align -webkit-flex-order -webkit-flex-pack "
    "-webkit-font-kerning -webkit-font-variant-ligatures -webkit-grid-column -webkit-grid-columns "
    "-webkit-grid-row -webkit-grid-rows -webkit-highlight -webkit-hyphens "
    "-webkit-justify-items -webkit-justify-self -webkit-margin-collapse -webkit-nbsp-mode "
    "-webkit-overflow-scrolling -webkit-text-decoration -webkit-text-decoration-color "
    "-webkit-text-decoration-line -webkit-text-decoration-skip -webkit-text-decoration-style "
    "-webkit-text-underline-position -webkit-touch-callout azimuth behavior bookmark-label "
    "bookmark-level bookmark-state box-align box-direction box-flex box-orient box-pack caret "
    "color-adjust color-profile cue cue-after cue-before elevation enable-background filter-type "
    "font-display font-smooth font-smoothing font-synthesis-position glyph-orientation-horizontal "
    "glyph-orientation-vertical hanging-punctuation image-resolution ime-mode inherits "
    "initial-value kerning language layout-flow layout-grid layout-grid-char layout-grid-line "
    "layout-grid-mode layout-grid-type line-height-step marks nav-down nav-index nav-left "
    "nav-right nav-up osx-font-smoothing page-break panose-1 pause pause-after pause-before pitch "
    "pitch-range play-during punctuation-trim punctuation-wrap rest rest-after rest-before "
    "richness ruby-merge ruby-overhang scroll-snap-coordinate scroll-snap-destination "
    "scroll-snap-points-x scroll-snap-points-y scroll-snap-type-x scroll-snap-type-y "
    "scrollbar-3dlight-color scrollbar-arrow-color scrollbar-base-color "
    "scrollbar-darkshadow-color scrollbar-face-color scrollbar-highlight-color "
    "scrollbar-shadow-color scrollbar-track-color speak-as speak-header speak-numeral "
    "speak-punctuation speech-rate src stress tab-interval tab-stops tap-highlight-color "
    "text-decoration-skip text-justify-trim text-kashida text-kashida-space text-line-through "
    "text-overline text-spacing text-underline unicode-range user-drag user-modify user-zoom "
    "viewport-fit voice-family volume -webkit-text-zoom "
    # of XSL, and what programs write for themselves
    "end-indent keep-together keep-with-next keep-with-previous last-line-end-indent line-adjust "
    "line-height-shift-adjustment linefeed-treatment number-columns-spanned space-after "
    "space-before space-end space-start start-indent text-altitude text-depth toctarget "
    "white-space-treatment wrap-option"
)
_DEAD = re.compile(
    r"_|mso-|prince-|-(ah|atsc|epub|goog-ms|hp|inter|internal|khtml|konq|ms|o|pie|prince|qt|ro|wap|xv)-"
)
"""Begins names that no living browser takes, or that it takes for how a word is written alone."""


def is_harmless(name: str) -> bool:
    """Whether a property that is not evaluated hides no words in any browser."""
    return name in HARMLESS or name in _IGNORED or _DEAD.match(name) is not None
