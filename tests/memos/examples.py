"""Facts and texts that the tests of memos start from."""

from dataclasses import replace
from datetime import date

from vagvisare.memos.facts import (
    AssignmentFacts,
    BodyFacts,
    DecisionFacts,
    DocumentFacts,
    Layout,
    ReviewFacts,
)

ASSEMBLY = BodyFacts("kf", "Kommunfullmäktige", "assembly", 1)
BOARD = BodyFacts("ks", "Kommunstyrelsen", "board", 2)
COMMITTEE = BodyFacts("gan", "Gymnasie- och arbetsmarknadsnämnden", "committee", 3)
OTHER_COMMITTEE = BodyFacts("kfn", "Kultur- och fritidsnämnden", "committee", 3)
OFFICE = BodyFacts("kd", "Kommundirektören", "office", 5)

LAYOUT = Layout(
    municipality="Exempels kommun",
    kind_name="Tjänsteskrivelse",
    headings={
        "proposal": "Förslag till beslut",
        "summary": "Sammanfattning",
        "background": "Bakgrund",
        "assessment": "Förvaltningens bedömning",
        "consequences": "Konsekvenser",
        "basis": "Beslutsunderlag",
        "recipients": "Beslutet skickas till",
        "sources": "Källor",
    },
    proposal_style="sentences",
    signatories=("Förvaltningschef", "Utredare"),
    consequences=("Ekonomi", "Barn och unga"),
)
OWN = {
    "summary": "Planen har inte fått genomslag.",
    "assessment": "Lärdomarna bör tas med i nästa plan. De gäller främst förankringen.\n\nDet är hela skälet.",
    "consequences:Ekonomi": "Förslaget har inga ekonomiska konsekvenser.",
    "consequences:Barn och unga": "Förslaget påverkar inte barn och unga.",
}


def decision(body=ASSEMBLY, day="2007-12-12", key="act:1", **parts) -> DecisionFacts:
    parts = {"section": "120", "diary_no": "KS 2007/11"} | parts
    return DecisionFacts(key=key, body=body, decided_on=day, **parts)


def plan(**parts) -> DocumentFacts:
    """A plan the assembly adopted for 2008 through 2010, followed up once."""
    whole = DocumentFacts(
        key=7,
        title="Plan för parker",
        document_type="plan",
        department="Utvecklingsförvaltningen",
        adoption=decision(),
        ends_by=ASSEMBLY,
        first_day=date(2008, 1, 1),
        last_day=date(2010, 12, 31),
        years=2,
        days=323,
        follow_ups=(decision(COMMITTEE, "2011-05-26", "act:2", section="40", because="Svagt."),),
    )
    return replace(whole, **parts)


def facts(*documents: DocumentFacts, **parts) -> ReviewFacts:
    """What a memo of 2013-11-20 to a committee is written from."""
    whole = ReviewFacts(
        day=date(2013, 11, 20),
        matter_key=3,
        diary_no="GAN 2013/55",
        addressed=COMMITTEE,
        documents=documents or (plan(),),
        over_count=9,
        layout=LAYOUT,
        assembly=ASSEMBLY,
    )
    return replace(whole, **parts)


def assignment(body=COMMITTEE) -> AssignmentFacts:
    given = decision(body, "2013-10-24", "decision:5", section="71", diary_no="")
    return AssignmentFacts(5, "Kartlägga arbetet med planen", "Utvecklingsförvaltningen", given)


# A memo with nothing to remark on, as somebody would paste it.
COMPLETE = """Tjänsteskrivelse
Datum: 2013-11-20
Diarienummer: GAN 2013/55

Gymnasie- och arbetsmarknadsnämnden

Upphävande av Parkplan för alla

Förslag till beslut

Gymnasie- och arbetsmarknadsnämnden föreslår kommunfullmäktige besluta:

1. Parkplan för alla, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla.

Gymnasie- och arbetsmarknadsnämnden beslutar:

1. Uppdraget att kartlägga arbetet, som nämnden gav 2013-10-24, § 71, förklaras avslutat.

Sammanfattning

Planen skulle gälla till och med 2010. Den står kvar i kommunens register.

Bakgrund

Kommunfullmäktige antog planen den 12 december 2007. Nämnden gav 2013-10-24 förvaltningen i
uppdrag att kartlägga arbetet.

Förvaltningens bedömning

Planens tid är ute och den bör därför upphävas.

Beslutsunderlag

Tjänsteskrivelse, daterad 2013-11-20
Kommunfullmäktige 2007-12-12, § 120

Beslutet skickas till

Kommunfullmäktige
Utvecklingsförvaltningen
"""
