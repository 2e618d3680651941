"""Ways in which a quotation is cut, or altered by its marks: what becomes of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bluf.evidence import Searchable, decode_source, sightings
from octavo.finding import Level


def verdict(tag: str, source: str, quote: str) -> str:
    """What becomes of a quotation: “refused”, “warned” or “accepted”."""
    (found,) = sightings(Searchable(decode_source(source.encode(), "a.txt")), [quote], tag)
    if found is None or not found.seen:
        return "refused"
    levels = {level for _, level, _, _ in found.remarks}
    return (
        "refused" if Level.ERROR in levels else "warned" if Level.WARNING in levels else "accepted"
    )


REFUSED = [
    (
        "en",
        "Results improve [8, 34] and vision [35].",
        "Results improve [8, not 34] and vision [35].",
    ),
    ("en", "Results improve [8, 34] and vision [35].", "Results improve [8, 36] and vision [35]."),
    ("en", "They rejected the plan on Monday.", "They [endorsed] the plan on Monday."),
    ("en", "Few members supported the plan.", "[Most] members supported the plan."),
    (
        "en",
        "Serbia asked the United States for help.",
        "[Kosovo] asked the United States for help.",
    ),
    ("en", "We will fund it in 2027.", "We will [not] fund it in 2027."),
    ("en", "We will fund it in 2027.", "We will [hardly ever] fund it in 2027."),
    ("en", "We will fund it in 2027.", "We will [refuse to] fund it in 2027."),
    ("en", "We can fund it now.", "We can['t] fund it now."),
    ("en", "We can fund it now.", "We can[not] fund it now."),
    ("en", "We will never ever agree to fund it in 2027.", "We will [happily] fund it in 2027."),
    ("fr", "Nous refusons de financer le pont en 2027.", "Nous [allons] financer le pont en 2027."),
    ("de", "Wir lehnen es ab, die Brücke zu bauen.", "Wir [planen], die Brücke zu bauen."),
    ("en", "We will fund it in 2027.", "We will {not} fund it in 2027."),
    ("zh", "我们将资助这座桥。", "我们将［不］资助这座桥。"),
    ("zh", "我们将资助这座桥。", "我们将【不】资助这座桥。"),
    ("zh", "我们将资助这座桥。", "我们将〔不〕资助这座桥。"),
    ("en", "We will not fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will never fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will hardly fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will barely fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will scarcely fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will no longer fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will refuse to fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will decline to fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will fail to fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("en", "We will cease to fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    (
        "en",
        "We will stop trying to fund the crossing in 2027.",
        "We will … fund the crossing in 2027.",
    ),
    (
        "en",
        "We will neither agree to nor fund the crossing in 2027.",
        "We will … fund the crossing in 2027.",
    ),
    (
        "en",
        "We will fund the crossing unless the war goes on in 2027.",
        "We will fund the crossing … in 2027.",
    ),
    (
        "en",
        "We will act without the consent of the parliament in May.",
        "We will act … of the parliament in May.",
    ),
    (
        "en",
        "We deny that we will fund the crossing in 2027.",
        "We … will fund the crossing in 2027.",
    ),
    (
        "en",
        "We doubt that we will fund the crossing in 2027.",
        "We … will fund the crossing in 2027.",
    ),
    (
        "en",
        "We will avoid funding the crossing in 2027.",
        "We will … funding the crossing in 2027.",
    ),
    (
        "en",
        "We oppose any plan to fund the crossing in 2027.",
        "We … plan to fund the crossing in 2027.",
    ),
    ("en", "We will block the plan in 2027.", "We will … the plan in 2027."),
    ("en", "We cannot fund the crossing in 2027.", "We … fund the crossing in 2027."),
    ("en", "We won't fund the crossing in 2027.", "We … fund the crossing in 2027."),
    ("en", "We lack the will to fund the crossing.", "We … will … fund the crossing."),
    ("en", "We are far from ready to fund the crossing.", "We are … ready to fund the crossing."),
    ("fr", "Nous ne financerons pas le pont en 2027.", "Nous … financerons … le pont en 2027."),
    ("fr", "Nous ne financerons guère le pont en 2027.", "Nous … financerons … le pont en 2027."),
    ("fr", "Nous refusons de financer le pont en 2027.", "Nous … financer le pont en 2027."),
    ("fr", "Nous partirons sans signer le traité.", "Nous partirons … signer le traité."),
    (
        "es",
        "Nosotros tampoco vamos a financiar el puente.",
        "Nosotros … vamos a financiar el puente.",
    ),
    ("es", "Nos negamos a financiar el puente en 2027.", "Nos … a financiar el puente en 2027."),
    ("es", "Vamos a dejar de financiar el puente.", "Vamos a … financiar el puente."),
    ("de", "Wir werden die Brücke nicht bauen.", "Wir werden die Brücke … bauen."),
    ("de", "Wir werden keine Brücke bauen.", "Wir werden … Brücke bauen."),
    ("de", "Wir werden die Brücke kaum bauen.", "Wir werden die Brücke … bauen."),
    ("de", "Wir weigern uns, die Brücke zu bauen.", "Wir …, die Brücke zu bauen."),
    ("de", "Wir gehen, ohne die Brücke zu bauen.", "Wir gehen, … die Brücke zu bauen."),
    ("pt", "Vamos nunca financiar a ponte em 2027.", "Vamos … financiar a ponte em 2027."),
    ("pt", "Vamos recusar financiar a ponte em 2027.", "Vamos … financiar a ponte em 2027."),
    ("pt", "Vamos deixar de financiar a ponte em 2027.", "Vamos … financiar a ponte em 2027."),
    (
        "ru",
        "Мы не будем финансировать мост в 2027 году.",
        "Мы … будем финансировать мост в 2027 году.",
    ),
    ("ru", "Мы никогда не будем финансировать мост.", "Мы … будем финансировать мост."),
    ("ru", "Мы отказываемся финансировать мост.", "Мы … финансировать мост."),
    ("ru", "Мы едва ли будем финансировать мост.", "Мы … будем финансировать мост."),
    ("ru", "Мы прекращаем финансировать мост.", "Мы … финансировать мост."),
    ("sr-Cyrl", "Ми нећемо финансирати мост 2027. године.", "Ми … финансирати мост 2027. године."),
    ("sr-Latn", "Mi ne planiramo da finansiramo most.", "Mi … planiramo da finansiramo most."),
    ("sr-Latn", "Mi teško da ćemo finansirati most.", "Mi … ćemo finansirati most."),
    ("sr-Latn", "Mi odlazimo bez da potpišemo sporazum.", "Mi odlazimo … da potpišemo sporazum."),
    ("ar", "نحن نرفض تمويل الجسر في عام 2027.", "نحن … تمويل الجسر في عام 2027."),
    ("ar", "نحن لسنا مستعدين لتمويل الجسر.", "نحن … مستعدين لتمويل الجسر."),
    ("ar", "الوزير لم يوافق على تمويل الجسر.", "الوزير … يوافق على تمويل الجسر."),
    ("zh", "我们不会资助这座桥梁项目。", "我们……会资助这座桥梁项目。"),
    ("zh", "我们拒绝资助这座桥梁项目。", "我们……资助这座桥梁项目。"),
    ("zh", "我们没有同意资助这座桥梁。", "我们……同意资助这座桥梁。"),
    ("zh", "我们停止资助这座桥梁项目。", "我们……资助这座桥梁项目。"),
    ("zh", "我们难以资助这座桥梁项目。", "我们……资助这座桥梁项目。"),
    ("zh", "他们支持不了这项决议。", "他们支持"),
    ("zh", "我们将支付三百万元人民币。", "百万元人民币"),
    ("zh", "我们将支付2027万元人民币。", "万元人民币"),
    ("zh", "我们将支付三百万元。", "我们将支付三"),
    ("zh", "会议在二〇二七年举行。", "七年举行"),
    ("ja", "日本は決議を支持しない方針です。", "日本は決議を支持"),
    ("ja", "日本は決議を支持しません。", "日本は決議を支持"),
    ("ja", "日本は決議を支持しません。", "日本は決議を支持しま"),
    ("ja", "日本は決議を支持しなかった。", "日本は決議を支持し"),
    ("ja", "日本は決議を支持せず、棄権した。", "日本は決議を支持"),
    ("ja", "支持しなければ決議は成立しない。", "決議は成立"),
    ("ja", "日本は決議を支持できない。", "日本は決議を支持"),
    ("ja", "日本は決議を支持しかねる。", "日本は決議を支持"),
    ("ja", "日本は決議を支持するつもりはない。", "日本は決議を支持する"),
    ("ja", "日本は決議を支持するわけではない。", "日本は決議を支持する"),
    ("en", "The vice-president will sign it.", "president will sign it"),
    ("en", "The ex–minister will sign it.", "minister will sign it"),
    ("en", "The ex‑minister will sign it.", "minister will sign it"),
    ("en", "We can't fund it now.", "We can"),
    ("en", "We shouldn’t fund it now.", "We should"),
    ("fr", "L'inacceptable plan sera lu.", "acceptable plan sera lu"),
    ("en", "It is unacceptable to us all.", "acceptable to us all"),
    ("en", "the non_binding plan was read", "binding plan was read"),
    ("en", "It costs 10 000 euros today.", "000 euros today"),
    ("en", "It costs 10 000 euros today.", "It costs 10"),
    ("en", "It costs 10’000 euros today.", "000 euros today"),
    ("ar", "السعر ١٠٫٥ مليون اليوم", "السعر ١٠"),
    ("en", "It costs 10,5 million.", "It costs 10"),
    ("en", "It rose by 5 % last year.", "It rose by 5"),
    ("en", "It costs €5bn today.", "It costs €5"),
    ("en", "It is 5km from here.", "It is 5"),
    ("en", "It is 5×10 metres wide.", "It is 5"),
    ("en", "It is 10^6 metres wide.", "It is 10"),
    ("en", "It is 10⁶ metres wide.", "It is 10"),
    ("en", "The vote was 10:3 today.", "The vote was 10"),
    ("en", "Signed on 12/05/2024 in Oslo.", "2024 in Oslo"),
    ("en", "Signed on 12-05-2024 in Oslo.", "Signed on 12"),
    ("en", "Call +381-11-123 today.", "123 today"),
    ("en", "It fell to -5 degrees today.", "5 degrees today"),
    ("en", "It fell to −5 degrees today.", "5 degrees today"),
    ("en", "It is ~5 degrees today.", "5 degrees today"),
    ("en", "It is <5 degrees today.", "5 degrees today"),
    ("en", "It is 5±2 degrees today.", "It is 5"),
    ("en", "It is the 21st century now.", "It is the 21"),
    ("en", "It is 5½ metres wide.", "It is 5"),
    ("en", "It costs twenty-five million euros.", "five million euros"),
    ("en", "It costs two hundred million euros.", "million euros"),
    ("en", "It costs two hundred and five euros.", "five euros"),
    ("en", "It costs 5 mio euros today.", "It costs 5"),
    ("en", "It costs 5k euros today.", "It costs 5"),
    ("en", "It costs 5 lakh rupees today.", "It costs 5"),
    ("en", "It sent 5 dozen men today.", "It sent 5"),
    ("en", "It costs 5–10 euros today.", "10 euros today"),
    ("de", "Es kostet 5 Millionen Euro.", "Es kostet 5"),
    ("ru", "Это стоит 5 тыс. рублей.", "Это стоит 5"),
    ("fr", "Cela coûte 5 millions.", "Cela coûte 5"),
    ("fr", "Cela coûte 5 Mds €.", "Cela coûte 5"),
    ("en", "We will gladly fund the crossing in 2027.", "We will — — fund the crossing in 2027."),
    (
        "en",
        "MR. PRICE: We will fund it.\nMR. NOVAK: The crossing opens in May.",
        "We will fund it. … The crossing opens in May.",
    ),
    (
        "en",
        "MR. PRICE: We will fund it.\nMR. NOVAK: The crossing opens in May.",
        "We will fund it. MR. NOVAK: The crossing opens in May.",
    ),
    (
        "en",
        "Q: Will you fund it?\nA: The crossing opens in May.",
        "Will you fund it? … The crossing opens in May.",
    ),
    ("en", "We will fund\n\nthe crossing in 2027.", "We will fund the crossing in 2027."),
    ("en", "- We will fund\n- the crossing in 2027.", "We will fund the crossing in 2027."),
    ("en", "1. We will fund\n2. the crossing in 2027.", "We will fund 2. the crossing in 2027."),
]


@pytest.mark.parametrize(("tag", "source", "quote"), REFUSED)
def test_what_is_altered_or_cut_is_refused(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "refused"


WARNED = [
    ("en", "It is a mandatory rule for all states.", "It is [an optional] rule for all states."),
    (
        "en",
        "The talks were successful in every way.",
        "The talks were [unsuccessful] in every way.",
    ),
    ("en", "They will increase the budget next year.", "They will [reduce] the budget next year."),
    ("en", "Payment is due after the vote in June.", "Payment is due [before] the vote in June."),
    ("en", "Nobody will fund the crossing in 2027.", "… will fund the crossing in 2027."),
    ("en", "None of the states will fund the crossing.", "… the states will fund the crossing."),
    ("es", "No vamos a financiar el puente en 2027.", "… vamos a financiar el puente en 2027."),
    ("pt", "Não vamos financiar a ponte em 2027.", "… vamos financiar a ponte em 2027."),
    ("ar", "لن نمول الجسر في عام 2027.", "… نمول الجسر في عام 2027."),
    ("zh", "我们不支持这项决议草案。", "支持这项决议草案"),
    ("zh", "双方未达成任何协议。", "达成任何协议"),
    ("zh", "这是非正式会谈的内容。", "正式会谈的内容"),
    ("zh", "本协议无约束力的条款。", "约束力的条款"),
    ("zh", "双方没有达成任何协议。", "达成任何协议"),
    ("zh", "这并非双方的共同立场。", "双方的共同立场"),
    ("zh", "代表团否认支持该决议。", "支持该决议"),
    ("zh", "代表团拒绝支持该决议。", "支持该决议"),
    ("zh", "代表团避免支持该决议。", "支持该决议"),
    ("ja", "この非公式協議は続く。", "公式協議は続く"),
    ("ja", "この無条件降伏は続く。", "条件降伏は続く"),
    ("ja", "この不可能な計画は続く。", "可能な計画は続く"),
    ("fr", "Nous n'acceptons pas ce plan.", "acceptons pas ce plan"),
]


@pytest.mark.parametrize(("tag", "source", "quote"), WARNED)
def test_what_is_perhaps_altered_is_warned_of(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "warned"


ACCEPTED = [
    ("en", "It costs two hundred million euros.", "It costs two hundred million"),
    ("en", "Results improve [8, 34] and vision [35].", "Results improve [8, 34] and vision [35]."),
    (
        "en",
        "He said that they will fund it in 2027.",
        "[The Minister] said that they will fund it in 2027.",
    ),
    ("en", "They will fund it in 2027.", "[The two sides] will fund it in 2027."),
    ("en", "He will fund it in 2027.", "[Marko Djuric] will fund it in 2027."),
    ("en", "Marko Djuric will fund it in 2027.", "[The Minister] will fund it in 2027."),
    ("en", "We will fund it in 2027.", "We [would] fund it in 2027."),
    ("en", "We will fund it in 2027.", "We will fund it [the crossing] in 2027."),
    ("en", "We agree to fund it now.", "We agree[d] to fund it now."),
    ("en", "We will fund it in 2027.", "We will fund it [emphasis added] in 2027."),
    ("en", "We will fund the Sabor in 2027.", "We will fund the Sabor [parliament] in 2027."),
    ("en", "We will fnud it in 2027.", "We will fnud [sic] it in 2027."),
    ("en", "We met. We do not like rain. We will fund it.", "We met. … We will fund it."),
    ("en", "We will gladly fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    ("zh", "双方同意支持这项决议。", "支持这项决议"),
    ("ja", "日本は決議を支持します。", "日本は決議を支持します"),
    ("en", "World War II ended in Europe.", "World War"),
    ("en", "It costs 5 to 10 euros today.", "10 euros today"),
    ("en", "Article 5(2) of the Treaty applies.", "Article 5"),
    (
        "en",
        "He said: “We ‘never’ agreed to it.” And left.",
        "He said: \"We 'never' agreed to it.\"",
    ),
    ("en", "He said: „Wir ‚nie‘ gesagt.“", "He said: «Wir ‹nie› gesagt.»"),
    ("en", "He said: “We ‘never’ agreed to it.” And left.", "He said: ‘We “never” agreed to it.’"),
    ("en", "He said: “We agreed to it.”", "He said: «We agreed to it.»"),
    ("zh", "他说：“我们同意。”", "他说：「我们同意。」"),
    ("zh", "他说：「我们『从不』同意。」", "他说：“我们‘从不’同意。”"),
    ("en", "He said: ''We agreed to it.''", "He said: “We agreed to it.”"),
    ("en", "He said: ``We agreed to it.''", "He said: “We agreed to it.”"),
    ("en", "We will gladly fund the crossing in 2027.", "We will ... fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will . . . fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will […] fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will [...] fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will (…) fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will (...) fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will ‹…› fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will <...> fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will /.../ fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will *** fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will [---] fund the crossing in 2027."),
    ("en", "We will gladly fund the crossing in 2027.", "We will (---) fund the crossing in 2027."),
    (
        "en",
        "We will gladly fund the crossing in 2027.",
        "We will [. . .] fund the crossing in 2027.",
    ),
    ("en", "We will gladly fund the crossing in 2027.", "We will /…/ fund the crossing in 2027."),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会……资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会（……）资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会（略）资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会［……］资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会【略】资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会〔…〕资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会⋯⋯资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会（中略）资助这座桥梁项目。"),
    ("zh", "我们将会愉快地资助这座桥梁项目。", "我们将会…资助这座桥梁项目。"),
    (
        "en",
        "We will fund it.\n\nThe crossing opens in May.",
        "We will fund it. The crossing opens in May.",
    ),
]


@pytest.mark.parametrize(("tag", "source", "quote"), ACCEPTED)
def test_what_is_marked_rightly_is_accepted(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "accepted"


MORE = json.loads(Path(__file__).with_name("wording_tricks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("tag", "source", "quote"), MORE["altered"])
def test_what_is_altered_or_cut_is_never_accepted(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) != "accepted"


@pytest.mark.parametrize(("tag", "source", "quote"), MORE["true"])
def test_what_is_quoted_fairly_is_accepted(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "accepted"
