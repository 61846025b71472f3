"""A batch with what archives really hold: no titles, endless names, writing from right to left.

python -m tests.journeys.large_batch   in the environment of a site; prints the batch's key
"""

import hashlib
import sys
from datetime import UTC, datetime

ARABIC = "خطة المكتبات البلدية للسنوات القادمة"
ENDLESS = "Handlingsplan för " + "personuppgiftsbehandlingsansvarsfördelning" * 8
ROWS = [
    ("Biblioteksplan för Tyresö kommun", "plan", "kommunfullmäktige", "2010-05-01", 0.95),
    (ENDLESS, "handlingsplan", "barn- och utbildningsnämnden", "2016", 0.6),
    ("", "", "", "", None),
    (ARABIC, "plan", "kommunstyrelsen", "2018-11-29", 0.8),
    ("<b>Policy</b> & riktlinje", "policy", "kommunstyrelsen", "2021-02", 0.92),
]
MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def fill() -> int:
    """Make the batch: 60 documents, some failures and doubles, some files left to read."""
    from vagvisare.inventory.models import Batch, Candidate, Claim, SourceFile
    from vagvisare.inventory.rules import words_of

    batch = Batch.objects.create(name="Arkivet", created_at=MOMENT, taken_in_by="Registratorn")
    for number in range(75):
        name = ("mycket-långt-filnamn-" * 15)[:290] + f"{number}.pdf"
        name = (ARABIC + f" {number}.pdf", f"plan {number}.pdf", name[-255:])[number % 3]
        file = SourceFile(batch=batch, name=name, path=f"Arkiv/{name}", size=1000 * number)
        file.sha256 = hashlib.sha256(f"stor {batch.pk} {number}".encode()).hexdigest()
        if number >= 70:
            file.save()
            continue
        if number >= 65:
            file.duplicate_of = SourceFile.objects.filter(batch=batch).first()
            file.save()
            continue
        file.state = "failed" if number >= 60 else "read"
        file.error_code = "encrypted" if number >= 60 else ""
        file.pages = [{"text": "Antagen av kommunfullmäktige.", "method": "text"}]
        file.save()
        if number >= 60:
            continue
        title, kind, body, day, sure = ROWS[number % len(ROWS)]
        listed = {"title": title, "document_type": kind, "deciding_body": body, "decided_on": day}
        one = Candidate.objects.create(
            file=file, batch=batch, about="own", confidence=sure, words=words_of(title, name),
            validity=("expired", "in_force_no_end", "unknown")[number % 3],
            **listed | {"title": f"{title} {number}" if title else ""},
        )  # fmt: skip
        said = {"title": one.title, "document_type": kind, "deciding_body": body}
        Claim.objects.bulk_create(
            Claim(
                candidate=one, field=field, found="value", value=value, confidence=sure,
                state="proposed",
            )
            for field, value in (said | {"decision_date": day}).items()
            if value
        )  # fmt: skip
    return batch.pk


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(f"{fill()}\n")
