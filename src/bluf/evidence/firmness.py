"""How firm the words of a quotation are: “agreed” or only “discussed”, in five languages.

The lists hold verbs that decide the matter. A verb of reporting (“said”, “stressed”) decides
nothing, since what is reported may be of any strength; neither does a noun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.evidence.lexicon import NEGATIONS, folded, language_of
from bluf.model import Strength

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Firmness(Struct, frozen=True):
    """The verbs of one language, as alternatives of a pattern, by what they say."""

    verbs: Mapping[Strength, str]
    hedges: str


_FIRMNESS: Mapping[str, _Firmness] = {
    "en": _Firmness(
        {
            Strength.AGREED: r"agreed?|agrees|signed|concluded an? \w+|reached (?:an? |full )?"
            r"(?:agreement|understanding|consensus|deal)|came to an agreement",
            Strength.DECIDED: "decided?|decides|adopted|approved|resolved to",
            Strength.ANNOUNCED: "announced?|announces|pledged|promised|undertook",
            Strength.WELCOMED: "welcomed?|welcomes|applauded|hailed",
            Strength.DISCUSSED: r"discuss(?:ed|es|ing)?|exchanged views|talked about|talks about"
            r"|touched (?:up)?on|explored|considered|raised|held talks",
            Strength.CONVEYED: "hoped?|hopes|expressed|proposed|suggested|sought|conveyed",
            Strength.DISAGREED: "disagreed?|disagrees|rejected|refused|opposed|objected",
        },
        "fail failed hope hopes hoped hoping want wanted wants wish wished if whether could might "
        "may should unless seek seeking sought try tried trying aim aimed propose proposed like",
    ),
    "sr": _Firmness(
        {
            Strength.AGREED: "dogovor(?:ili|ile|io|ila|eno|en|ena|eni|ene)|saglasil[aei]"
            "|saglasio|složil[aei]|složio|potpisal[aei]|potpisao|potpisano"
            "|postig(?:li|nut) (?:je )?(?:dogovor|sporazum)",
            Strength.DECIDED: "odlučil[aei]|odlučio|odlučeno|usvojil[aei]|usvojio|usvojeno",
            Strength.ANNOUNCED: "najavil[aei]|najavio|najavljeno|objavil[aei]|objavio|obećal[aei]"
            "|obećao",
            Strength.WELCOMED: "pozdravil[aei]|pozdravio",
            Strength.DISCUSSED: "razgovaral[aei]|razgovarao|razgovarano|razmotril[aei]|razmotrio"
            "|razmatral[aei]|razmenil[aei] mišljenj[ae]|bilo (?:je )?reči|diskutoval[aei]",
            Strength.CONVEYED: "predložil[aei]|predložio|zatražil[aei]|zatražio|tražil[aei]"
            "|izrazil[aei]|izrazio|preneo|prenel[aei]|nadaju|nada",
            Strength.DISAGREED: "odbil[aei]|odbio|odbacil[aei]|odbacio|usprotivi[ol][aei]?",
        },
        "ako da li hteli želeli žele želi nadaju nada mogli mogle",
    ),
    "fr": _Firmness(
        {
            Strength.AGREED: "conven(?:u|us|ue|ues)|(?:mis|mises) d'accord|signé(?:s|e|es)?"
            "|conclu(?:s|e|es)?|(?:parvenus?|arrivés?) à un accord|entendus",
            Strength.DECIDED: "décidé(?:s|e|es)?|adopté(?:s|e|es)?|approuvé(?:s|e|es)?|arrêté",
            Strength.ANNOUNCED: "annoncé(?:s|e|es)?|promis|engagés?",
            Strength.WELCOMED: "salué(?:s|e|es)?|félicités?|accueilli(?:s|e|es)?",
            Strength.DISCUSSED: "discuté(?:s|e|es)?|évoqué(?:s|e|es)?|abordé(?:s|e|es)?|entretenus?"
            "|échangé|examiné(?:s|e|es)?|débattu",
            Strength.CONVEYED: "proposé(?:s|e|es)?|demandé(?:s|e|es)?|exprimé(?:s|e|es)?|souhaité",
            Strength.DISAGREED: "refusé(?:s|e|es)?|rejeté(?:s|e|es)?|opposés?",
        },
        "si espère espèrent souhaite souhaitent voulu veut veulent pourraient pourrait "
        "échoué tenté",
    ),
    "de": _Firmness(
        {
            Strength.AGREED: "vereinbar(?:t|te|ten)|einigten sich|einigte sich|geeinigt"
            "|unterzeichne(?:t|te|ten)|verständig(?:t|ten)|kamen überein|übereingekommen",
            Strength.DECIDED: "beschlossen|beschloss|entschieden|entschied"
            "|verabschiede(?:t|te|ten)",
            Strength.ANNOUNCED: "angekündigt|kündig(?:te|ten)|zugesagt|sag(?:te|ten) zu"
            "|versprochen",
            Strength.WELCOMED: "begrüß(?:t|te|ten)|gewürdigt|würdig(?:te|ten)",
            Strength.DISCUSSED: "besprochen|besprach(?:en)?|erörter(?:t|te|ten)"
            "|diskutier(?:t|te|ten)|berieten|beraten|sprachen über|tauschten sich",
            Strength.CONVEYED: "vorgeschlagen|schlug(?:en)?|hoff(?:t|en|te|ten)|äußer(?:t|te|ten)"
            "|bat(?:en)?|gebeten",
            Strength.DISAGREED: "abgelehnt|lehn(?:te|ten)|widersprach(?:en)?|zurückgewiesen",
        },
        "ob falls wenn wollen will wollten möchten hoffen hofft könnten könnte sollten",
    ),
    "es": _Firmness(
        {
            Strength.AGREED: "acord(?:aron|ó|ado|amos)|convin(?:ieron|o)|convenido"
            "|firm(?:aron|ó|ado)|(?:alcanzaron|llegaron a) un acuerdo|pactaron",
            Strength.DECIDED: "decid(?:ieron|ió|ido)|aprob(?:aron|ó|ado)|adopt(?:aron|ó|ado)"
            "|resolv(?:ieron|ió)",
            Strength.ANNOUNCED: "anunci(?:aron|ó|ado)|promet(?:ieron|ió|ido)"
            "|compromet(?:ieron|ió|ido)",
            Strength.WELCOMED: "celebr(?:aron|ó|ado)|salud(?:aron|ó|ado)|acog(?:ieron|ió|ido)",
            Strength.DISCUSSED: "discut(?:ieron|ió|ido)|habl(?:aron|ó|ado)|abord(?:aron|ó|ado)"
            "|convers(?:aron|ó|ado)|trat(?:aron|ó|ado)|analiz(?:aron|ó|ado)|intercambiaron",
            Strength.CONVEYED: "propus(?:ieron|o)|propuesto|pid(?:ieron|ió)|pedido"
            "|solicit(?:aron|ó|ado)|expres(?:aron|ó|ado)|esper(?:an|a)",
            Strength.DISAGREED: "rechaz(?:aron|ó|ado)|neg(?:aron|ó|ado)|opus(?:ieron|o)",
        },
        "si esperan espera desean desea quieren podrían podría intentaron",
    ),
}


def firmness(quote: str, tag: str) -> Strength | None:
    """How firm the words themselves are, or None where no list can decide.

    The firmest verb counts. A verb of agreement after a negation or a hedge (“did not agree”,
    “hoped to agree”) is talk alone. ``quote`` is normalised text.
    """
    language = language_of(tag)
    lists = _FIRMNESS.get(language)
    if lists is None:
        return None
    text = folded(quote, language)
    hedges = frozenset(lists.hedges.split())
    said = [
        _weakened(text[: verb.start()], hedges, NEGATIONS[language]) or strength
        for strength, verbs in lists.verbs.items()
        for verb in re.finditer(rf"\b(?:{verbs})\b", text)
    ]
    return max(said, key=lambda strength: strength.rank, default=None)


def _weakened(before: str, hedges: frozenset[str], negations: frozenset[str]) -> Strength | None:
    """What is left of a verb if one of the last four words of its clause turns or weakens it."""
    words = re.findall(r"\w+", re.split(r"[,;:.!?]", before)[-1])[-4:]
    if not negations.isdisjoint(words):
        return Strength.DISAGREED
    return None if hedges.isdisjoint(words) else Strength.DISCUSSED
