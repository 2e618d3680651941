"""Who took part: offices, lists, declined names, those who speak, and those who are only named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.baseform import is_same

if TYPE_CHECKING:
    from tests.draft.conftest import Read

CASES = {
    "a list behind one office": (
        "en",
        (
            "Minister Ann Harbour met the union. The union was led by its president, Piet Haven, "
            "while Bo Stone, Cy Reed (Porthaven) and Dee Quay were present."
        ),
        ["Ann Harbour", "Piet Haven", "Bo Stone", "Cy Reed", "Dee Quay"],
    ),
    "surnames behind a title of many": (
        "en",
        (
            "MINUTES\nMarch 3, 2026\nCITY COUNCIL PRESENT: Mayor Reed, Councilmembers Stone, Quay "
            "and Haven. ABSENT: Councilmember Rock. The council met."
        ),
        ["Reed", "Stone", "Quay", "Haven"],
    ),
    "the field of an office": (
        "en",
        "Director of Ferries Ann Harbour met City Engineer Piet Haven on Main Street.",
        ["Ann Harbour", "Piet Haven"],
    ),
    "a counterpart, and a place of two words": (
        "en",
        "Foreign Minister Ann Harbour met her Dutch counterpart Piet Haven in New York City.",
        ["Ann Harbour", "Piet Haven"],
    ),
    "institutions and things are nobody": (
        "en",
        "Minister Ann Harbour met the ministers at the Ferry Cooperation Organisation in Goa.",
        ["Ann Harbour"],
    ),
    "who had met somebody else before": (
        "en",
        (
            "Minister Ann Harbour met the union. She went on with what President Piet Haven had "
            "initiated in talks with Mayor Bo Stone."
        ),
        ["Ann Harbour"],
    ),
    "who signs, and with whom somebody talks": (
        "en",
        (
            "Mr Ann Harbour, Minister of Ferries, signed the agreement with Mr Piet Haven. The "
            "Minister discussed prices with Mayor Bo Stone. Mayor Cy Reed was re-elected."
        ),
        ["Ann Harbour", "Piet Haven", "Bo Stone"],
    ),
    "a first surname": (
        "en",
        "Minister Ana Maria Luz Porto met the union. Minister Luz thanked it.",
        ["Ana Maria Luz Porto"],
    ),
    "a letter of a name, a country in an office, a place": (
        "ru",
        ("Министр Республики Норвегия Иван Причал встретился с послом Ирландии Петром О’Харой."),
        ["Иван Причал", "Петр О’Хара"],
    ),
    "what stands in brackets behind a name, and who comes behind it": (
        "en",
        (
            "Minutes. Apologies: none. Present: Cllr Ann Harbour (Ferries, Public Piers and New "
            "Boats), Piet Haven, Bo Stone and the Clerk, Mrs Dee Quay."
        ),
        ["Ann Harbour", "Piet Haven", "Bo Stone", "Dee Quay"],
    ),
    "first names alone": (
        "de",
        "Protokoll der Sitzung\n\n- Anwesend: Anna, Piet, Cyra, Dee\n- Beschluss: Kai, Pier\n",
        ["Anna", "Piet", "Cyra", "Dee"],
    ),
    "below the heads of minutes": (
        "en",
        "# Rowers\n\n## Present\n\n* Ann Harbour (@ann)\n* Piet Haven – Clerk\n\n## Agenda\n",
        ["Ann Harbour", "Piet Haven"],
    ),
    "two without an office who do it together": (
        "en",
        "Ann Harbour and Bo Stone discussed ferries during a telephone call.",
        ["Ann Harbour", "Bo Stone"],
    ),
    "a list with places behind the names": (
        "pt",
        (
            "Participaram da reunião os prefeitos Rui Mar, de Campo Novo; Ana Luz, de Porto Velho, "
            "e Leo Cais."
        ),
        ["Rui Mar", "Ana Luz", "Leo Cais"],
    ),
    "an office that runs into the name": (
        "fr",
        "Le ministre Jean Luz a reçu le secrétaire d'État Luc Marée à Portneuf.",
        ["Jean Luz", "Luc Marée"],
    ),
    "the office behind a name that is of the next one": (
        "en",
        "Mayor Ann Harbour met Mr. Bo Stone, Ambassador Cy Reed and others.",
        ["Ann Harbour", "Bo Stone", "Cy Reed"],
    ),
    "who is only spoken of": (
        "en",
        "Minister Ann Harbour met the crew and said that the ferry had carried President Bo Stone.",
        ["Ann Harbour"],
    ),
    "a shortened first name, and one with its initials": (
        "es",
        (
            "ACTA DE LA SESIÓN ORDINARIA DEL PLENO. Asisten: Dª. Mª Ana Luz Mar, D. Leo Cais Río. "
            "Preside la Sra. Alcaldesa Dª. María Ana Luz Mar."
        ),
        ["María Ana Luz Mar", "Leo Cais Río"],
    ),
    "an institution before the name": (
        "de",
        "PROTOKOLL\nNiederschrift\nAnwesend:\nBürgermeister Bo Hafen\nJugendbeirat Ann Stein\n",
        ["Bo Hafen", "Ann Stein"],
    ),
    "a letter of somebody": (
        "en",
        (
            "Ambassador Piet Haven met Minister Ann Harbour with a letter from President Bo Stone "
            "and Prime Minister Cy Reed."
        ),
        ["Piet Haven", "Ann Harbour"],
    ),
    "a headline names nobody": (
        "en",
        "Ferry Minister Pays Farewell Call\n\nMinister Ann Harbour met the crew on Monday.",
        ["Ann Harbour"],
    ),
    "the full name stands elsewhere": (
        "en",
        "Minister Harbour met the crew. It was the second visit of Ann Harbour to the quay.",
        ["Ann Harbour"],
    ),
    "a name in capitals is written small": (
        "fr",
        (
            "COMPTE RENDU DU CONSEIL MUNICIPAL\nSéance du 3 mars 2026\nPrésents :\nMonsieur "
            "Jean DUPORT, Maire, Messieurs DUQUAI, LEBAC, Madame LAMER.\nMonsieur le Maire ouvre."
        ),
        ["Jean Duport", "Duquai", "Lebac", "Lamer"],
    ),
    "an article is before no name": (
        "de",
        (
            "Außenministerin Anna Hafen traf den Botschafter Piet Hafner zur Fortführung der "
            "Hafener Seespiele."
        ),
        ["Anna Hafen", "Piet Hafner"],
    ),
    "a roll call of lines": (
        "de",
        (
            "N i e d e r s c h r i f t\nüber die Sitzung der Gemeindevertretung der Gemeinde "
            "Hafenau vom 03.03.2026.\n\nAnwesend sind:\nBürgermeister Max Hafner\n1. stellv. "
            "Bürgermeister Udo Kai\nGemeindevertreterin Ina Steg\n\n"
            "Abwesend sind:\nGemeindevertreter Jan Pier\n"
        ),
        ["Max Hafner", "Udo Kai", "Ina Steg"],
    ),
    "the family name and initials": (
        "ru",
        (
            "В заседании комиссии приняли участие депутаты А.А.Перов, И.И.Лодкин и В.В.Якорев. "
            "Депутаты обсудили повестку."
        ),
        ["А.А.Перов", "И.И.Лодкин", "В.В.Якорев"],
    ),
    "a region is nobody": (
        "ru",
        (
            "Губернатор Морской области Иван Лодкин встретился с консулом в "
            "Пирсове Петром Якоревым. "
            "На встрече мэра города Причала Олега Веслова с послом обсудили паром."
        ),
        ["Иван Лодкин", "Петр Якорев", "Олег Веслов"],
    ),
    "the town of an office": (
        "sr-Latn",
        (
            "Predsednik opštine Pristan Ivo Ilić sastao se sa gradonačelnikom "
            "Novog Mola Petrom Lučićem "
            "i gradonačelnik Luke. Sastanku su prisustvovali direktor „Bela Lađa“ "
            "Ana Reka i ministarka "
            "Mina Petrović Marić."
        ),
        ["Ivo Ilić", "Petar Lučić", "Ana Reka", "Mina Petrović Marić"],
    ),
    "where an office is": (
        "en",
        (
            "The mayor of Porthaven Quay met High Commissioner Ann Harbour and "
            "Major General (Retd) "
            "Piet Haven; “@FerryMinister met us”, he said."
        ),
        ["Ann Harbour", "Piet Haven"],
    ),
    "a short name of an institution": (
        "de",
        "Bei dem Treffen sprach der Vorsitzende des HVK Max Hafner.",
        ["Max Hafner"],
    ),
    "an office heads a list": (
        "es",
        (
            "ACTA DE LA SESIÓN ORDINARIA DEL PLENO\n\nALCALDESA:\n\nANA DE PUERTO "
            "MAR\n\nLa sesión se abre."
        ),
        ["Ana de Puerto Mar"],
    ),
    "who came and who did not": (
        "fr",
        (
            "COMPTE RENDU DU CONSEIL MUNICIPAL\nSéance du 3 mars 2026\nPrésents : M.Jean DUPORT, "
            "Mme Anne DUQUAI Absents : Luc LEBAC.\nAbsents excusés : Paul LAMER.\n"
        ),
        ["Jean Duport", "Anne Duquai"],
    ),
    "who did not come first": (
        "en",
        "Absent: Bo Stone. Excused: Cy Reed. Absent: Eve Dock, present: Ann Harbour.",
        ["Ann Harbour"],
    ),
    "a building that bears a name": (
        "pt",
        (
            "O prefeito José Porto recebeu os vereadores do município de Porto Grande na sala do "
            "Instituto Municipal de Música Ana Luz Maré; a vereadora Ana Mar França agradeceu."
        ),
        ["José Porto", "Ana Mar França"],
    ),
    "the field of an office with an article": (
        "en",
        "The Keeper of the Quays and Chancellor of the Harbours Ann Reed met the crew.",
        ["Ann Reed"],
    ),
    "a town of two words": (
        "sr-Latn",
        (
            "Gradonačelnik Novog Mola Ivo Ilić potpisao je sporazum sa direktorom Luke Mola Petrom "
            "Lučićem."
        ),
        ["Ivo Ilić", "Petar Lučić"],
    ),
    "a first name alone, and a second surname": (
        "es",
        (
            "La ministra Ana Luz Maré se reunió con el embajador Pedro Puerto. Ana dijo que sí. "
            "Ana Luz sostuvo otra reunión."
        ),
        ["Ana Luz Maré", "Pedro Puerto"],
    ),
    "by whom they were received": (
        "fr",
        "Nous avons été reçus longuement par Jean Duport et Anne Duquai.",
        ["Jean Duport", "Anne Duquai"],
    ),
    "the government of somebody": (
        "es",
        (
            "El canciller Pedro Puerto se reunió con su homóloga Ana Luz, titular del Departamento "
            "de Puertos en el gobierno de José Barco."
        ),
        ["Pedro Puerto", "Ana Luz"],
    ),
    "who excused himself, and who spoke for others": (
        "es",
        (
            "ACTA DE LA SESIÓN ORDINARIA DEL PLENO\n3 de marzo de "
            "2026\nHabían excusado su asistencia "
            "el concejal Pedro Barco. La sesión la presidió la alcaldesa "
            "Ana Luz. Según Bruma, todo "
            "va bien, dijo la portavoz Eva Bruma."
        ),
        ["Ana Luz"],
    ),
    "the verb of a resolution, a verb of asking": (
        "en",
        (
            "The committee met on 3 March 2026. The office of the Mayor BE REQUESTED to say that "
            "Mayor Ann Quay was there. The Mayor asks Bo Pier to come."
        ),
        ["Ann Quay"],
    ),
    "surnames in capitals": (
        "fr",
        (
            "Le ministre DUPORT a reçu l'ambassadeur VERRAT et le "
            "président UNKTR. Pour sa part, M. "
            "Jean DUQUAI a exprimé un vœu."
        ),
        ["Duport", "Verrat", "Jean Duquai"],
    ),
    "rows of an office and a name": (
        "en",
        (
            "Minutes of the Parish Council meeting of 3 March 2026\nCouncillor K Harbour\n"
            "Councillor R Stone\nCouncillor F Quay\nClerk: Not Present\n2. Apologies for absence\n"
            "Councillor I Away\nCouncillor M Far\nCouncillor J Gone"
        ),
        ["K Harbour", "R Stone", "F Quay"],
    ),
    "who did not come": (
        "pt",
        (
            "A secretária Ana Luz recebeu os vereadores Rui Mar e Leo Cais. O vereador Zé Longe "
            "não participou da reunião."
        ),
        ["Ana Luz", "Rui Mar", "Leo Cais"],
    ),
    "a name before its office, titles, countries": (
        "ar",
        (
            "استقبل سامح البحري وزير الخارجية، اليوم، نظيره المغربي السيد صلاح الدين الميناء "
            "في القاهرة. وصرح المستشار أحمد الناطق، المتحدث الرسمي، بذلك."
        ),
        ["سامح البحري", "صلاح الدين الميناء"],
    ),
    "an office of a country": (
        "ar",
        "التقى وزير الخارجية خالد المرفأ وزير خارجية إسبانيا خوسيه بورتو، في العاصمة مدريد.",
        ["خالد المرفأ", "خوسيه بورتو"],
    ),
    "names in traditional characters": (
        "zh",
        "外交部長王港在北京會見法國外長庫什內，雙方舉行會談。",
        ["王港", "庫什內"],
    ),
    "the place of an office": (
        "sr-Latn",
        (
            "Predsednik Sindikata Ivo Ilić razgovarao je sa ministrom Petrom Lučićem. Sastanku su "
            "prisustvovali Ana Mostar (Luka) i Mina Reka (Kej)."
        ),
        ["Ivo Ilić", "Petar Lučić", "Ana Mostar", "Mina Reka"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_took_part(case: str, account: Read) -> None:
    language, text, wanted = CASES[case]
    names = [person.name for person in account(text, language=language).people]
    assert len(names) == len(wanted), names
    assert all(any(is_same(name, each) for name in names) for each in wanted), names


def test_base_forms_follow_the_first_office(account: Read) -> None:
    text = (
        "Заместитель председателя совета Иван Лодкин встретился с министром Петром Якоревым "
        "и передал главе города Олегу Пирсову письмо."
    )
    names = [person.name for person in account(text, language="ru").people]
    assert names == ["Иван Лодкин", "Петр Якорев", "Олег Пирсов"]


def test_an_office_has_all_its_fields(account: Read) -> None:
    text = (
        "Ann Quay, Minister of Economy, Trade and Industry of Norway, and Ambassador Bo Pier met "
        "in Porthaven on 3 March 2026."
    )
    found = [(each.name, each.role) for each in account(text, language="en").people]
    assert found == [
        ("Ann Quay", "Minister of Economy, Trade and Industry of Norway"),
        ("Bo Pier", "Ambassador"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("en", "The Minister of Ports Prof. B.C. Pier met us.", "B.C. Pier", "Minister of Ports"),
        (
            "en",
            "The deputy foreign ministers Ann Pier and Bo Day met us.",
            "Ann Pier",
            "deputy foreign minister",
        ),
        (
            "en",
            "Mayor Bo Day met the Secretary for South and Central Asia of the USA, Ms. Ann Pier.",
            "Ann Pier",
            "Secretary for South and Central Asia of the USA",
        ),
        (
            "de",
            "Das Telefonat des Außenministers Norwegens, Sven Kai, mit uns war kurz.",
            "Sven Kai",
            "Außenminister Norwegens",
        ),
    ],
)
def test_an_office_in_front_of_a_name(
    account: Read, language: str, text: str, name: str, role: str
) -> None:
    people = account(f"3 March 2026\n\n{text}\n", language=language).people
    assert (name, role) in [(each.name, each.role) for each in people]


@pytest.mark.parametrize(
    ("tag", "text", "names"),
    [
        ("en", "Minutes\nPresent: Ann Lee\nNot present, or absent:\nBo Day, Cy Fox\nApologies: 0\n",
         ["Ann Lee"]),
        ("en", "Minister Ann Lee met Ambassador Bo Day. She hopes President Cy Fox’s trip ends.\n",
         ["Ann Lee", "Bo Day"]),
        ("en", "Minutes\nApologies: Cy Fox\nPresent:\nAnn Lee\n1. The Piers:\nBo Day\n",
         ["Ann Lee"]),
        ("en", "President Cy Fox’s meeting with Minister Ann Lee was long.\n",
         ["Cy Fox", "Ann Lee"]),
        ("es", "La ministra (s) de Pesca, Ana Luz, recibió hoy al embajador Bo Day.\n",
         ["Ana Luz", "Bo Day"]),
    ],
)  # fmt: skip
def test_who_is_told_to_be_there_took_part(
    account: Read, tag: str, text: str, names: list[str]
) -> None:
    assert [each.name for each in account(text, language=tag).people] == names


def test_what_an_office_does_is_no_part_of_it(account: Read) -> None:
    text = (
        "Séance du conseil municipal\nPrésents : M. Luc Port, maire\n"
        "Le maire remercie M. Jean Quai pour sa présence lors de cette séance.\n"
    )
    people = account(text, language="fr").people
    assert [(each.name, each.role) for each in people] == [("Luc Port", "maire"), ("Jean Quai", "")]


def test_a_deputy_holds_both_offices(account: Read) -> None:
    text = "On Monday, Acting Deputy Prime Minister and Foreign Minister Ann Quay met the union."
    assert account(text, language="en").people[0].role == (
        "Acting Deputy Prime Minister and Foreign Minister"
    )


def test_who_somebody_talks_with_has_not_his_office(account: Read) -> None:
    text = (
        "A chanceler chega ao Brasil e tem agendas com Ana Luz Mar. O encontro da ministra Ana "
        "Luz Mar foi em maio."
    )
    people = account(text, language="pt").people
    assert [(each.name, each.role) for each in people] == [("Ana Luz Mar", "ministra")]


def test_an_office_runs_into_the_name(account: Read) -> None:
    text = "El Presidente Municipal Rubén Puerto se reunió con el sindicato."
    people = account(text, language="es").people
    assert [(each.name, each.role) for each in people] == [("Rubén Puerto", "Presidente Municipal")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            """Minutes

Present: Chairman: Cllr Mrs Reed Councillors: Mrs Quay

The Clerk confirmed Ann Stone had been called.
""",
            [("Reed", "Chairman"), ("Quay", "Councillor")],
        ),
        (
            "Deputy Prime Minister (PM) Ann Quay met Minister of State Bo Reed.\n",
            [("Ann Quay", "Deputy Prime Minister"), ("Bo Reed", "Minister of State")],
        ),
    ],
)
def test_what_stands_beside_an_office(
    account: Read, text: str, wanted: list[tuple[str, str]]
) -> None:
    people = account(text, language="en").people
    assert [(each.name, each.role) for each in people] == wanted


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Present: Cllr Ann Lee - Chairman, Cllr I Mack, Cllr Bo Day", ["Ann Lee", "Bo Day"]),
        ("Present: Cllr Ann Lee, Cllr Bo Day\nCy Fox – Clerk and 3 members of the public.",
         ["Ann Lee", "Bo Day", "Cy Fox"]),
        ("A few members of the public were present and spoke of Normandy Close.", []),
    ],
)  # fmt: skip
def test_only_a_roll_call_of_minutes_names_who_came(
    account: Read, line: str, names: list[str]
) -> None:
    text = f"Quay Council minutes\nMeeting held on 3 May 2026\n{line}\nApologies: Di Gray\n"
    found = account(text, language="en").people
    assert [each.name for each in found if each.name != "I Mack"] == names
    assert {each.role for each in found} <= {"Chairman", "Clerk", ""}
