"""Words that limit what is said beside them, left out of a quotation; and other small changes."""

from __future__ import annotations

import pytest
from tests.evidence.test_wording_tricks import verdict

REFUSED = [
    ("en", "We will only fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    (
        "en",
        "We will fund the crossing, if Parliament agrees, in 2027.",
        "We will fund the crossing … in 2027.",
    ),
    (
        "en",
        "We will fund the crossing if Parliament agrees in 2027.",
        "We will fund the crossing … in 2027.",
    ),
    (
        "en",
        "We are too poor to fund the crossing in 2027.",
        "We are … to fund the crossing in 2027.",
    ),
    (
        "en",
        "Serbia alone will fund the crossing in 2027.",
        "Serbia … will fund the crossing in 2027.",
    ),
    (
        "en",
        "We will, provided that Parliament agrees, fund the crossing.",
        "We will … fund the crossing.",
    ),
    ("en", "We will no longer fund the crossing in 2027.", "We will … fund the crossing in 2027."),
    (
        "en",
        "All states except Serbia will fund the crossing.",
        "All states … will fund the crossing.",
    ),
    ("en", "We will pay up to 5 million euros in May.", "We will pay … 5 million euros in May."),
    ("en", "We will pay 5 million euros at most in May.", "We will pay 5 million euros … in May."),
    (
        "en",
        "We have almost finished the crossing this year.",
        "We have … finished the crossing this year.",
    ),
    (
        "en",
        "We will pay more than 5 million euros in May.",
        "We will pay … 5 million euros in May.",
    ),
    (
        "en",
        "We will pay at least five million euros in May.",
        "We will pay … five million euros in May.",
    ),
    ("en", "We may fund the crossing in 2027.", "We … fund the crossing in 2027."),
    ("en", "We are ready to fund the crossing in 2027.", "We … fund the crossing in 2027."),
    ("en", "We hope to fund the crossing in 2027.", "We … fund the crossing in 2027."),
    ("en", "We will, God willing, try to fund the crossing.", "We … fund the crossing."),
    (
        "en",
        "Yesterday some of the troops left the valley in May.",
        "Yesterday … the troops left the valley in May.",
    ),
    ("en", "The talks were partly successful in May.", "The talks were … successful in May."),
    (
        "en",
        "The former President signed the treaty in May.",
        "The … President signed the treaty in May.",
    ),
    (
        "en",
        "The so-called Republic signed the treaty in May.",
        "The … Republic signed the treaty in May.",
    ),
    ("fr", "Nous financerons seulement le pont en 2027.", "Nous financerons … le pont en 2027."),
    (
        "fr",
        "Nous financerons le pont, si le Parlement accepte, en 2027.",
        "Nous financerons le pont … en 2027.",
    ),
    (
        "fr",
        "Nous sommes trop pauvres pour financer le pont.",
        "Nous sommes … pour financer le pont.",
    ),
    (
        "fr",
        "Nous financerons, à condition que le Parlement accepte, le pont.",
        "Nous financerons … le pont.",
    ),
    (
        "fr",
        "Nous avons presque fini le pont cette année.",
        "Nous avons … fini le pont cette année.",
    ),
    ("fr", "La Serbie seule financera le pont en 2027.", "La Serbie … financera le pont en 2027."),
    ("fr", "Nous paierons au plus 5 millions en mai.", "Nous paierons … 5 millions en mai."),
    ("fr", "Tous les États sauf la Serbie paieront en mai.", "Tous les États … paieront en mai."),
    (
        "de",
        "Wir werden nur die Brücke bauen, sagte er.",
        "Wir werden … die Brücke bauen, sagte er.",
    ),
    (
        "de",
        "Wir werden, falls das Parlament zustimmt, die Brücke bauen.",
        "Wir werden … die Brücke bauen.",
    ),
    ("de", "Wir sind zu arm um die Brücke zu bauen.", "Wir sind … um die Brücke zu bauen."),
    ("de", "Serbien allein wird die Brücke bauen.", "Serbien … wird die Brücke bauen."),
    ("de", "Wir haben die Brücke fast fertig gebaut.", "Wir haben die Brücke … fertig gebaut."),
    ("de", "Wir zahlen höchstens 5 Millionen im Mai.", "Wir zahlen … 5 Millionen im Mai."),
    ("de", "Wir zahlen bis zu 5 Millionen im Mai.", "Wir zahlen … 5 Millionen im Mai."),
    ("de", "Alle Staaten außer Serbien werden zahlen.", "Alle Staaten … werden zahlen."),
    ("de", "Wir werden die Brücke nicht mehr bauen.", "Wir werden die Brücke … bauen."),
    ("es", "Vamos a financiar solo el puente en 2027.", "Vamos a financiar … el puente en 2027."),
    (
        "es",
        "Financiaremos el puente, si el Parlamento acepta, en 2027.",
        "Financiaremos el puente … en 2027.",
    ),
    ("es", "Somos demasiado pobres para financiar el puente.", "Somos … para financiar el puente."),
    ("es", "Hemos casi terminado el puente este año.", "Hemos … terminado el puente este año."),
    ("es", "Pagaremos hasta 5 millones en mayo.", "Pagaremos … 5 millones en mayo."),
    ("es", "Todos los Estados excepto Serbia pagarán.", "Todos los Estados … pagarán."),
    (
        "es",
        "Financiaremos, siempre que el Parlamento acepte, el puente.",
        "Financiaremos … el puente.",
    ),
    ("pt", "Vamos financiar apenas a ponte em 2027.", "Vamos financiar … a ponte em 2027."),
    (
        "pt",
        "Financiaremos a ponte, se o Parlamento aceitar, em 2027.",
        "Financiaremos a ponte … em 2027.",
    ),
    ("pt", "Financiaremos, desde que o Parlamento aceite, a ponte.", "Financiaremos … a ponte."),
    ("pt", "Temos quase terminado a ponte este ano.", "Temos … terminado a ponte este ano."),
    ("pt", "Pagaremos até 5 milhões em maio.", "Pagaremos … 5 milhões em maio."),
    ("pt", "Todos os Estados exceto a Sérvia pagarão.", "Todos os Estados … pagarão."),
    (
        "ru",
        "Мы будем финансировать только мост в 2027 году.",
        "Мы будем финансировать … мост в 2027 году.",
    ),
    (
        "ru",
        "Мы построим мост, если парламент согласится, в 2027 году.",
        "Мы построим мост … в 2027 году.",
    ),
    ("ru", "Мы почти закончили мост в этом году.", "Мы … закончили мост в этом году."),
    ("ru", "Мы заплатим не более 5 миллионов в мае.", "Мы заплатим … 5 миллионов в мае."),
    ("ru", "Мы заплатим до 5 миллионов в мае.", "Мы заплатим … 5 миллионов в мае."),
    ("ru", "Все государства, кроме Сербии, заплатят в мае.", "Все государства … заплатят в мае."),
    ("ru", "Мы, при условии согласия парламента, построим мост.", "Мы … построим мост."),
    (
        "sr-Latn",
        "Mi ćemo finansirati samo most 2027. godine.",
        "Mi ćemo finansirati … most 2027. godine.",
    ),
    (
        "sr-Latn",
        "Izgradićemo most, ako se parlament složi, ove godine.",
        "Izgradićemo most … ove godine.",
    ),
    ("sr-Latn", "Skoro smo, pod uslovom saglasnosti, završili most.", "Skoro smo … završili most."),
    ("sr-Latn", "Mi smo skoro završili most ove godine.", "Mi smo … završili most ove godine."),
    ("sr-Latn", "Platićemo najviše 5 miliona u maju.", "Platićemo … 5 miliona u maju."),
    ("sr-Latn", "Platićemo do 5 miliona evra u maju.", "Platićemo … 5 miliona evra u maju."),
    ("sr-Latn", "Sve države osim Srbije platiće u maju.", "Sve države … platiće u maju."),
    (
        "sr-Cyrl",
        "Ми ћемо финансирати само мост 2027. године.",
        "Ми ћемо финансирати … мост 2027. године.",
    ),
    (
        "sr-Cyrl",
        "Изградићемо мост, уколико се парламент сложи, ове године.",
        "Изградићемо мост … ове године.",
    ),
    ("ar", "سنمول فقط الجسر في عام 2027.", "سنمول … الجسر في عام 2027."),
    ("ar", "سنمول الجسر، إذا وافق البرلمان، في عام 2027.", "سنمول الجسر … في عام 2027."),
    ("ar", "سنمول الجسر شريطة موافقة البرلمان في عام 2027.", "سنمول الجسر … في عام 2027."),
    ("ar", "صربيا وحدها ستمول الجسر.", "صربيا … ستمول الجسر."),
    ("ar", "جميع الدول باستثناء صربيا ستدفع.", "جميع الدول … ستدفع."),
    ("zh", "我们只资助这座桥梁项目。", "我们……资助这座桥梁项目。"),
    ("zh", "我们如果议会同意，资助这座桥梁。", "我们……资助这座桥梁。"),
    ("zh", "我们几乎完成了这座桥梁。", "我们……完成了这座桥梁。"),
    ("zh", "我们最多支付500万元人民币。", "我们……支付500万元人民币。"),
    ("zh", "我们将支付不超过500万元人民币。", "我们将支付……500万元人民币。"),
    ("zh", "我们不再资助这座桥梁项目。", "我们……资助这座桥梁项目。"),
    ("en", "We will pay 5.5 million euros.", "We will pay 5,5 million euros."),
    ("en", "We will pay €5 million.", "We will pay $5 million."),
    ("en", "It is 5 km long.", "It is 5 m long."),
    ("en", "The gap is 10 kW wide.", "The gap is 10 kWh wide."),
    ("en", "It runs from 2024 to 2027 here.", "It runs from 2024 to 2026 here."),
    ("en", "A range of 5–10 % was agreed.", "A range of 5–11 % was agreed."),
    ("en", "A range of 5–10 % was agreed.", "range of 5"),
    ("en", "The 21st session met in May.", "The 1st session met in May."),
    ("en", "The 21st session met in May.", "The 21 session met in May."),
    ("en", "It is not impossible that we pay.", "It is possible that we pay."),
    ("en", "It is not impossible that we pay.", "It is … impossible that we pay."),
    ("en", "It is not impossible that we pay.", "It is not … possible that we pay."),
    ("en", "Serbia asked the United States to pay.", "The United States asked Serbia to pay."),
    ("en", "We must pay in May.", "We should pay in May."),
    ("en", "We shall pay in May.", "We will pay in May."),
    ("en", "We met. We will pay.", "We met and we will pay."),
    ("en", "We met on Monday. We will pay.", "We met on Monday we will pay."),
    ("en", "On Monday, we will pay the sum.", "We will pay the sum on Monday"),
    ("en", "He said “we will pay” and left.", "He said we will pay and left."),
    ("en", "We will pay on 3 May 2027.", "We will pay on 5 March 2027."),
    ("en", "We will pay 1,234 euros.", "We will pay 1234 euros."),
    ("en", "The UN will pay.", "The EU will pay."),
    ("en", "The minister denied that he paid.", "The minister … that he paid."),
    ("en", "They agree that we can’t pay.", "They agree that we can pay."),
    ("zh", "我们将支付五百万元。", "我们将支付五千万元。"),
    ("zh", "我们不得不支付这笔款项。", "我们不得支付这笔款项。"),
    ("zh", "中国要求美国支付款项。", "美国要求中国支付款项。"),
    ("zh", "我们可能支付这笔款项。", "我们……支付这笔款项。"),
    ("zh", "我们应当支付这笔款项。", "我们……支付这笔款项。"),
    ("ar", "سندفع خمسة ملايين يورو.", "سندفع ستة ملايين يورو."),
    ("ar", "سندفع ٥٠٠ يورو.", "سندفع ٦٠٠ يورو."),
    ("ar", "طلبت صربيا من كوسوفو الدفع.", "طلبت كوسوفو من صربيا الدفع."),
    ("ru", "Мы заплатим пять миллионов.", "Мы заплатим шесть миллионов."),
    ("ru", "Мы можем заплатить в мае.", "Мы … заплатить в мае."),
    ("ru", "Сербия попросила Россию заплатить.", "Россия попросила Сербию заплатить."),
    ("ru", "Нельзя не заплатить.", "Нельзя … заплатить."),
    ("sr-Cyrl", "Платићемо пет милиона евра.", "Платићемо шест милиона евра."),
]


@pytest.mark.parametrize(("tag", "source", "quote"), REFUSED)
def test_what_says_more_than_its_source_is_refused(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "refused"


WARNED = [
    (
        "en",
        "Most of the troops will leave the valley in May.",
        "… the troops will leave the valley in May.",
    ),
    (
        "en",
        "Most of the troops will leave the valley in May.",
        "the troops will leave the valley in May.",
    ),
    ("en", "We will pay up to 5 million euros in May.", "5 million euros in May."),
    ("en", "We will only fund the crossing in 2027.", "fund the crossing in 2027."),
    ("en", "We will fund the crossing in 2027 at most.", "We will fund the crossing in 2027"),
    ("en", "If they agree to it, we will pay in May.", "they agree to it, we will pay in May."),
    ("zh", "除塞尔维亚外，各国都将支付。", "……各国都将支付。"),
]


@pytest.mark.parametrize(("tag", "source", "quote"), WARNED)
def test_what_begins_or_ends_at_a_limit_is_warned_of(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "warned"


ACCEPTED = [
    (
        "en",
        "The Minister, who arrived only on Monday, said that we will pay.",
        "The Minister … said that we will pay.",
    ),
    (
        "en",
        "We will gladly and quickly fund the crossing in 2027.",
        "We will … fund the crossing in 2027.",
    ),
    (
        "en",
        "The crossing, which may open in May, will be funded by us.",
        "The crossing … will be funded by us.",
    ),
    (
        "en",
        "We met. Only two states came. We will fund the crossing.",
        "We met. … We will fund the crossing.",
    ),
    (
        "en",
        "We will fund the crossing, the road and almost all of the port in May.",
        "We will fund the crossing … in May.",
    ),
    ("en", "He said that they will fund it in 2027.", "He said that they [would] fund it in 2027."),
    (
        "en",
        "The two sides discussed trade, energy and transport and agreed to meet again.",
        "The two sides … agreed to meet again.",
    ),
    (
        "en",
        "The Secretary thanked the Minister for his visit and welcomed the plan.",
        "The Secretary … welcomed the plan.",
    ),
    (
        "en",
        "We will fund the crossing in 2027 and the road in 2028.",
        "We will fund the crossing in 2027",
    ),
    (
        "fr",
        "Le ministre, arrivé lundi seulement, a dit que nous paierons.",
        "Le ministre … a dit que nous paierons.",
    ),
    (
        "de",
        "Der Minister, der erst am Montag kam, sagte, wir werden zahlen.",
        "Der Minister … sagte, wir werden zahlen.",
    ),
    (
        "es",
        "El ministro, que llegó solo el lunes, dijo que pagaremos.",
        "El ministro … dijo que pagaremos.",
    ),
    (
        "pt",
        "Os dois lados, que se reuniram ontem, vão financiar a ponte.",
        "Os dois lados … vão financiar a ponte.",
    ),
    (
        "ru",
        "Министр, прибывший только в понедельник, сказал, что мы заплатим.",
        "Министр … сказал, что мы заплатим.",
    ),
    (
        "sr-Cyrl",
        "Министар, који је стигао тек у понедељак, рекао је да ћемо платити.",
        "Министар … рекао је да ћемо платити.",
    ),
    ("ar", "الوزير، الذي وصل يوم الاثنين، قال إننا سندفع.", "الوزير … قال إننا سندفع."),
    ("zh", "我们周一在北京同意资助这座桥梁。", "我们……同意资助这座桥梁。"),
    ("en", "He said “we will pay” and left.", "He said ‘we will pay’ and left."),
]


@pytest.mark.parametrize(("tag", "source", "quote"), ACCEPTED)
def test_what_leaves_its_sense_is_accepted(tag: str, source: str, quote: str) -> None:
    assert verdict(tag, source, quote) == "accepted"
