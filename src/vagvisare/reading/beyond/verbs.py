"""Words that begin what one commits oneself to do: "ta fram", "utbilda", "Framtagande av"."""

import re

_WORDS = """
aktivera aktualisera analysera anlägga anordna anpassa anställa ansvara använda arbeta
arrangera avsätta avveckla bedriva besluta bidra bilda bjuda bygga delta digitalisera
dokumentera effektivisera engagera erbjuda etablera fasa formulera fortsätta främja följa
förankra förbättra fördjupa förebygga förenkla förmedla förnya förstärka förtydliga förändra
ge genomföra granska göra halvera hitta hålla höja identifiera implementera informera införa
inleda inreda inrätta installera integrera inventera kartlägga kommunicera komplettera
konkretisera kontakta kvalitetssäkra köpa leda ledsaga lyfta marknadsföra minimera minska
mäta nominera ordna organisera planera planlägga planta plantera prioritera prova pröva
publicera påbörja påverka redovisa reducera rekrytera renovera reparera revidera rusta
samarbeta samla sammanställa samordna samverka se skapa skriva sprida starta stimulera
sträva ställa stärka stödja stötta synliggöra säkerställa säkra ta testa tillgängliggöra
tillhandahålla tillsätta tydliggöra underlätta undersöka uppdatera uppföra upphandla
uppmuntra uppmärksamma uppnå upprätta utarbeta utbilda utforma utföra utreda utse utveckla
utvidga utvärdera utöka verka vidareutveckla vidta visa öka öppna översätta överväga
"""
_VERBS = frozenset(_WORDS.split())
# What one can be seen to have done by a day; "klara" and "vara" state goals.
_DELIVERED = """
anta bygga erbjuda etablera genomföra ha halvera implementera informera installera inrätta inventera införa kartlägga
lämna minska påbörja redovisa revidera samordna sammanställa skapa starta säkerställa tillsätta upphandla upprätta
utarbeta utbilda utreda utse utveckla utvärdera återrapportera öka
"""
_DELIVERS = frozenset(_DELIVERED.split())
_PAIRS = (" ta fram ", " tagit fram ", " se över ")
_OBLIGES = (" ska ", " skall ", " kommer att ", " åtar sig att ")
_MOST_BETWEEN = 10  # words between "ska" and the verb
_NOUN = re.compile(
    r"(?i)[\wåäö-]+(?:ning|ande|ende|isering|ation)(?:en|et)?\s+(?:av|för|om|till)\s"
)
_OBLIGED = re.compile(r"(?i)\b(?:ska|skall|kommer att|åtar sig)\s")


def begins_doing(words: str) -> bool:
    """Tell whether `words` say what is to be done: infinitive, "Utbildning av", "... ska ..."."""
    first = words.split(maxsplit=1)[0].strip(".,:;()").lower() if words.split() else ""
    return first in _VERBS or bool(_NOUN.match(words) or _OBLIGED.search(words))


def delivers(plain: str) -> bool:
    """Tell whether a sentence in small letters obliges somebody to do what is done by a day.

    "ska ta fram" does; "ska arbeta för att öka" only says what the work aims at.
    """
    for word in _OBLIGES:
        _, obliged, rest = plain.partition(word)
        if obliged:
            near = f" {rest.partition(' att ')[0]} "
            return any(pair in near for pair in _PAIRS) or not _DELIVERS.isdisjoint(
                near.split()[:_MOST_BETWEEN]
            )
    return False
