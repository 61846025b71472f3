"""Cases of `title`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Upphävd 2023-04-24 § 40\nGallringsråd\n\nSyfte\nText.", "Gallringsråd"),
    ("KS 2010-11-02\nRiktlinjer för resor\n", "Riktlinjer för resor"),
    ("Policy för kost\nErsätter\nKostplan 2010\n", "Policy för kost"),
    (
        "Dokumentnamn: Riktlinje för sponsring\nBeslutad av: Kommunstyrelsen",
        "Riktlinje för sponsring",
    ),
    (
        "Antagen av kommunfullmäktige 2020-02-03\n\nKostpolicy för Habo kommun\nInledning\nMat är bra.",
        "Kostpolicy för Habo kommun",
    ),
    (
        "RUTIN\nVård- och omsorgsförvaltningen\n\nLåna hem hjälp-\nmedel över natten\nSyfte\nText.",
        "Låna hem hjälpmedel över natten",
    ),
    (
        "Biblioteksplan\nOckelbo kommun\n\nBiblioteksplan för Ockelbo kommun 2022-2025\n\nInledning",
        "Biblioteksplan för Ockelbo kommun 2022-2025",
    ),
    (
        "TJÄNSTESKRIVELSE\nDatum\n2024-01-02\n\nNy taxa för bygglov\n\nFörslag till beslut\nTaxan antas.",
        "Ny taxa för bygglov",
    ),
    ("Dokumenttyp: Plan\nDokumentnamn Energiplan 2014-2020\nEnergiplan\n", "Energiplan 2014-2020"),
    (
        "TJÄNSTESKRIVELSE\n\nDatum\n2025-02-12\nDiarienummer\nKS-2025-00820\n\nRiktlinje för uthyrning av Skolan 3:2 skifte 1 och 5\n\nFörslag till beslut i kommunstyrelsen\nRiktlinjen antas.",
        "Riktlinje för uthyrning av Skolan 3:2 skifte 1 och 5",
    ),
    (
        "Tjänsteskrivelse KFN\nHandläggare: NN\n\nChecklista för en god arbetsmiljö\n\nSammanfattning\nFörvaltningen har tagit fram en checklista.",
        "Checklista för en god arbetsmiljö",
    ),
    (
        "Exempelby kommun\nAvfallsplan\nför kommunens anläggningar\n\nInnehåll\nInledning... 3",
        "Avfallsplan för kommunens anläggningar",
    ),
    (
        "Flik 3.3 Reglemente för kulturnämnden, rev\nBeslutande Kommunfullmäktige",
        "Reglemente för kulturnämnden",
    ),
    (
        "REGLEMENTE FÖR KULTURNÄMNDEN MED\nGEMENSAMMA BESTÄMMELSER FÖR STYRELSEN\nOCH SAMTLIGA NÄMNDER I EXEMPELBY KOMMUN\n\nA. Nämndens uppgifter",
        "REGLEMENTE FÖR KULTURNÄMNDEN MED GEMENSAMMA BESTÄMMELSER FÖR STYRELSEN OCH SAMTLIGA NÄMNDER I EXEMPELBY KOMMUN",
    ),
    (
        "1 IT-program 2019\nför Exempelby kommun\nFör alla som arbetar i kommunen.\nAntaget av kommunfullmäktige",
        "IT-program 2019 för Exempelby kommun",
    ),
    (
        "Plan mot diskriminering och kränkande\n\nbehandling för\n\nBjörkskolan\n\n2 Planen grundar sig på skollagen.",
        "Plan mot diskriminering och kränkande behandling för Björkskolan",
    ),
    (
        "Ägardirektiv för Exempelbolaget AB ( )\n\nDirektivrätt\nBolaget ska följa direktivet.",
        "Ägardirektiv för Exempelbolaget AB",
    ),
    (
        "Meny\nSök\nExempelby kommun / Kommun och politik / Styrdokument\n\nPlan för suicidprevention\n\nPlanen beskriver vad kommunen gör.",
        "Plan för suicidprevention",
    ),
    (
        "Vi använder cookies på webbplatsen.\nOmsorg\n\nRiktlinjer för nycklar i Exempelby kommun\n\nText om nycklar.",
        "Riktlinjer för nycklar i Exempelby kommun",
    ),
    (
        "Vision | Policy | Program | Plan\n\nProgram\n\nFolkhälsoprogram\nför Exempelby kommun\n\nBeslutsinstans: Kommunfullmäktige",
        "Folkhälsoprogram för Exempelby kommun",
    ),
    (
        "Exempelby kommun\n\nBiblioteksplan\nför\nExempelby kommun\n2014-2020\n\nInledning",
        "Biblioteksplan för Exempelby kommun 2014-2020",
    ),
    (
        "REGLEMENTE FÖR KRISLEDNINGS-\nNÄMNDEN\n\nFastställt av kommunfullmäktige 2019-02-21",
        "REGLEMENTE FÖR KRISLEDNINGSNÄMNDEN",
    ),
    (
        "Lokalförsörjningsplan\n2023–2032\n\nBeslutad av kommunstyrelsen 2022-12-07",
        "Lokalförsörjningsplan 2023–2032",
    ),
    (
        "Kommunala regler\n\nRegler för skolskjuts\noch elevresor\n\nAntagna 2023-02-14",
        "Regler för skolskjuts och elevresor",
    ),
    (
        "Exempelby kommun | Strategi för jämställdhet\n\nSTRATEGI FÖR\nJÄMSTÄLLDHET\n\nInnehåll",
        "STRATEGI FÖR JÄMSTÄLLDHET",
    ),
    (
        "Kvalitet\nRUTIN\n\nSå arbetar vi med klagomål\n\nFastställd av: Förvaltningschef",
        "Så arbetar vi med klagomål",
    ),
    (
        "TJÄNSTESKRIVELSE\nDatum 2022-03-14\n\nKommunstyrelsen\n\nÄrende: Förlängt bostadsprogram\n\nFörslag till beslut\nProgrammet förlängs.",
        "Förlängt bostadsprogram",
    ),
    (
        "Tjänsteutlåtande\n2023-11-02\n\nTill\nKommunstyrelsen\n\nYttrande över motion om lekplatser\nför alla åldrar\n\nFörvaltningens förslag till beslut\nMotionen avslås.",
        "Yttrande över motion om lekplatser för alla åldrar",
    ),
    (
        "Sammanträdesprotokoll\nKommunstyrelsen\n\n§ 64\nRedovisning av obesvarade motioner\nDnr KS 2023/88\n\nKommunstyrelsens beslut\nRedovisningen läggs till handlingarna.",
        "Redovisning av obesvarade motioner",
    ),
    (
        "Föreskrifter om\navfallshantering\nför Exempelby kommun\nBeslutad av: Kommunfullmäktige\n\n§ 1 Inledande bestämmelser\nText.",
        "Föreskrifter om avfallshantering för Exempelby kommun",
    ),
    (
        "| 14. | Antagande av<br>policy för resor | 2024-00101 | Förslag till beslut<br>Policyn antas. |",
        "Antagande av policy för resor",
    ),
    (
        "Föreskrifter Plan Policy Program Riktlinjer\n\nReglemente för krisledningsnämnden\nBeslutat av: Kommunfullmäktige",
        "Reglemente för krisledningsnämnden",
    ),
    ("Dataskyddspolicy      Sida 1 av 4\nAnsvarig: Samordnare", "Dataskyddspolicy"),
    ("Vision 2030\nFastställd av kommunfullmäktige i juni 2014", "Vision 2030"),
    (
        "1 Ekonomiskt bistånd\nRiktlinjer\nAntagna av kommunfullmäktige 2012-10-31",
        "Ekonomiskt bistånd",
    ),
    (
        "Nyhet: Äldreplanen är antagen\n\nEn bild på en å.\n\nLäs Äldreplan 2022-2035 för Exempelby kommun. , 264.5 kB, öppnas i nytt fönster",
        "Äldreplan 2022-2035 för Exempelby kommun",
    ),
    (
        "Exempelby kommuns\nmiljöprogram\n\nFastställt av kommunfullmäktige 2014-04-15",
        "Exempelby kommuns miljöprogram",
    ),
]

REFUSES = [
    ("Dokumentnamn: [Titel]\nwww.exempel.se", "a placeholder and a web address"),
    ("Kommunledningskontoret\n2024-05-06", "a department and a date"),
    (
        "Stadsdirektör\n\natt anmäla det till fullmäktige",
        "an official's title, the middle of a text",
    ),
    (
        "Ta inte bort denna rad den innehåller dold information\n\nBakgrund\n\nOffentlighetsprincipen är en del av rättsordningen.",
        "a line of the template, a heading of the text",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("title", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("title", text) == [], because
