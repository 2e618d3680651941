"""Made-up sentences of briefs in four languages, three alphabets' worth of letters."""

from __future__ import annotations

import random
from dataclasses import dataclass

ENGLISH = (
    "The Ministry of Finance|The inter-agency working group|The delegation|Our mission in the "
    "capital|The regional development bank|The host government|The energy regulator|The U.S. side",
    "has confirmed|intends to postpone|requested clarification on|proposed a revision of|has not "
    "yet approved|signalled flexibility on|formally objected to|is expected to endorse|deferred",
    "the second tranche of budget support|the draft memorandum of understanding|the cross-border "
    "electricity interconnector|the customs data-exchange protocol|the “framework” for municipal "
    "grants|the 2025/26 procurement plan|the visa facilitation annex|the public wage ceiling",
    "ahead of the ministerial meeting on 14 March|pending legal advice|at a cost of EUR 4.7 "
    "million|despite objections from two member states|— subject to parliamentary approval|by the "
    "end of the third quarter|although the funding gap of 12.5 per cent remains|and asked for a "
    "written response (within ten working days)|in the 2021–2027 period",
    "Purpose|Background|Current situation|Key messages|Assessment|Recommendations|Next steps|Risks",
)
SERBIAN_LATIN = (
    "Ministarstvo finansija|Međuresorna radna grupa|Delegacija Češke Republike|Łódzki urząd|"
    "Skupštinski odbor|Državni zavod za statistiku|Şehir konseyi|Le ministère délégué",
    "je potvrdilo|namerava da odloži|traži pojašnjenje u vezi sa|predlaže izmenu|još nije "
    "odobrilo|očekuje usvajanje|podržava",
    "druge tranše budžetske podrške|nacrta memoranduma o razumevanju|izmenjenog rasporeda "
    "sprovođenja|godišnjeg plana javnih nabavki|pravila o prijavljivanju incidenata|zaključaka "
    "„Berlinskog procesa“",
    "pre ministarskog sastanka 14. marta|do kraja trećeg kvartala|uz saglasnost nadležnog "
    "odbora|u skladu sa preuzetim obavezama|uprkos primedbama dve države članice|– po ceni od "
    "4,7 miliona evra",
    "Svrha|Pozadina|Trenutno stanje|Ključne poruke|Preporuke|Naredni koraci|Rizici",
)
SERBIAN_CYRILLIC = (
    "Министарство финансија|Радна група|Делегација|Секретаријат савета|Скупштински одбор|"
    "Републички завод за статистику|Ђурић",
    "је потврдило|предлаже измену|очекује усвајање|је одложило разматрање|подржава",
    "нацрта меморандума о разумевању|измењеног распореда спровођења|другог дела буџетске "
    "подршке|годишњег плана јавних набавки|правила о пријављивању инцидената",
    "пре министарског састанка 14. марта|до краја трећег квартала|уз сагласност надлежног "
    "одбора|у складу са преузетим обавезама|упркос примедбама две државе чланице",
    "Сврха|Позадина|Тренутно стање|Кључне поруке|Препоруке|Наредни кораци",
)
UKRAINIAN = (
    "Міністерство фінансів|Міжвідомча робоча група|Делегація|Секретаріат ради|Комітет парламенту",
    "підтвердило|пропонує змінити|очікує схвалення|відклало розгляд|підтримує",
    "проєкту меморандуму про взаєморозуміння|оновленого графіка впровадження|другого траншу "
    "бюджетної підтримки|річного плану закупівель|правил звітування про інциденти",
    "до зустрічі міністрів 14 березня|до кінця третього кварталу|за згодою профільного "
    "комітету|відповідно до взятих зобов’язань|попри заперечення двох держав-членів",
    "Мета|Передумови|Поточний стан|Ключові тези|Рекомендації|Наступні кроки",
)
LANGUAGES = {
    "en": ENGLISH,
    "sr-Latn": SERBIAN_LATIN,
    "sr-Cyrl": SERBIAN_CYRILLIC,
    "uk": UKRAINIAN,
}
CYRILLIC = {"sr-Cyrl", "uk"}


@dataclass
class Words:
    """Sentences drawn from one language; the same seed gives the same ones."""

    language: str
    rng: random.Random

    def __post_init__(self) -> None:
        self._pools = [pool.split("|") for pool in LANGUAGES[self.language]]

    def sentence(self) -> str:
        """Subject, verb, object and circumstance."""
        return " ".join(self.rng.choice(pool) for pool in self._pools[:4]) + "."

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """A few sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def heading(self) -> str:
        """A heading."""
        return self.rng.choice(self._pools[4])

    def phrase(self) -> str:
        """An object alone: for narrow cells and titles."""
        return self.rng.choice(self._pools[2])

    def name(self) -> str:
        """A subject alone: for owners and senders."""
        return self.rng.choice(self._pools[0])
