"""Papers to write in the tests: an ordinary memo, and the same with something special in it."""

from vagvisare.writing.blocks import (
    Block,
    Bullets,
    Gap,
    Heading,
    NumberedList,
    Paper,
    Paragraph,
    Sentence,
    SignatureLines,
    Source,
    Table,
)

ADOPTED = Source("decision", "kf-2007-12-12-120", "Kommunfullmäktige 2007-12-12 § 120")
EVALUATED = Source("evaluation", "11", "Slutlig utvärdering, nämnden 2011-05-26 § 41")
REGISTER = Source("register", "2013-11-14", "Styrdokumentsregistret 2013-11-14")


def memo(*extra: Block, title: str = "Integrationsplanen: upphävande") -> Paper:
    """Return an ordinary memo, with `extra` blocks before the signatures."""
    return Paper(
        kind="Tjänsteskrivelse",
        title=title,
        language="sv",
        sender="Tyresö kommun",
        footer="Utvecklingsförvaltningen",
        meta=(
            ("Datum", "2013-11-14"),
            ("Diarienummer", None),
            ("Till", "Gymnasie- och arbetsmarknadsnämnden"),
            ("Handläggare", "Utredare, utvecklingsförvaltningen"),
        ),
        blocks=(
            Heading("Förslag till beslut i kommunfullmäktige", 1),
            NumberedList(
                (
                    Sentence("Integrationsplanen ”Ett Tyresö för alla” upphävs.", ADOPTED),
                    Sentence("Beslutet gäller från den dag det vinner laga kraft.", own=True),
                )
            ),
            Heading("Sammanfattning", 1),
            Paragraph(
                (
                    Sentence("Planen antogs den 12 december 2007 för åren 2007–2010.", ADOPTED),
                    Sentence("Den slutliga utvärderingen fann ingen påtaglig verkan.", EVALUATED),
                    Sentence(
                        "Planen har alltså stått kvar i nästan tre år efter sin tid.", own=True
                    ),
                )
            ),
            Heading("Bakgrund", 1),
            Heading("Det som framkom i utvärderingen", 2),
            Bullets(
                (
                    Sentence("Förankringen var för svag.", EVALUATED),
                    Sentence("Planen var allt för detaljstyrd.", EVALUATED),
                )
            ),
            Gap("protokoll från uppföljningen 2010"),
            Table(
                header=("Styrdokument", "Beslutat av", "Sista dag"),
                rows=(
                    ("Ett Tyresö för alla", "Kommunfullmäktige", "2010-12-31"),
                    ("Program för lika rätt", "Kommunstyrelsen", None),
                ),
                caption="Dokument vars tid har gått ut",
                source=REGISTER,
            ),
            *extra,
            SignatureLines(("Förvaltningschef", "Utredare")),
        ),
    )


def memo_saying(text: str) -> Paper:
    """Return a paper that has `text` in each place where text can stand."""
    source = Source("note", text, f"källa {text}")
    sentence = Sentence(f"mening {text}", source)
    return Paper(
        title=f"titel {text}",
        language="sv",
        kind=f"slag {text}",
        sender=f"avsändare {text}",
        footer=f"sidfot {text}",
        meta=((f"fält {text}", f"värde {text}"),),
        blocks=(
            Heading(f"rubrik {text}", 1),
            Paragraph((sentence,)),
            NumberedList((sentence,)),
            Bullets((sentence,)),
            Gap(f"lucka {text}"),
            Table((f"kolumn {text}",), ((f"cell {text}",),), f"tabell {text}"),
            SignatureLines((f"roll {text}",)),
        ),
    )
