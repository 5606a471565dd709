"""Facts for the documents of the tests: invented people, the house's published name and prices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desk.documents import day_pass, receipt, roll_call
from desk.documents.receipt import Payment, ReceiptFacts, Seller, SoldLine, VatTotal

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 21, 10, 42, tzinfo=PARIS)
CODE = "CC17K3MH0ZWJ592XT"

SELLER = Seller(
    name="Casaco",
    legal_form="SCIC SARL à capital variable",
    address=("8 rue des Tilleuls", "92240 Malakoff"),
    siret="123 456 782 00018",
    vat_number="FR 12 123456782",
)

RECEIPT = ReceiptFacts(
    seller=SELLER,
    number="A-2026-000123",
    issued_at=NOON,
    desk="Accueil",
    operator="Inès",
    software="Casaco Desk 0.1.0",
    supplied_on=date(2026, 11, 21),
    place="Casaco, Malakoff",
    lines=(
        SoldLine("Pass journée, tarif standard", 1, 2400, 2000, 2400),
        SoldLine("Café", 2, 100, 1000, 200),
    ),
    vat=(VatTotal(1000, 182, 18, 200), VatTotal(2000, 2000, 400, 2400)),
    payments=(Payment("Espèces", 2600),),
    short_signature="K7QF 2MXD 9TRB",
    cash_tendered_cents=5000,
    change_cents=2400,
)

HEAVY = replace(
    RECEIPT,
    customer=("Association des Anticonstitutionnellementistes du Cœur de Malakoff", "12 rue Œillet", "92240 Malakoff"),
    lines=(
        *RECEIPT.lines,
        SoldLine(
            "Location de la salle Pow-Wow, vidéoprojecteur et tableau compris, journée", 3, 24000, 2000, 72000, False
        ),
        SoldLine("Impression noir et blanc", 1000, 10, 2000, 10000),
    ),
    vat=(VatTotal(1000, 182, 18, 200), VatTotal(2000, 123456789, 24691358, 148148147)),
    payments=(Payment("Carte", 100000), Payment("Virement", 148048347)),
    cash_tendered_cents=0,
    change_cents=0,
    copy_number=2,
    is_demo=True,
)

REVERSE = replace(
    RECEIPT,
    number="A-2026-000124",
    lines=(SoldLine("Pass journée, tarif standard", -1, 2400, 2000, -2400),),
    vat=(VatTotal(2000, -2000, -400, -2400),),
    payments=(Payment("Espèces", -2400),),
    corrects="A-2026-000123",
    reason="erreur d’article",
    cash_tendered_cents=0,
    change_cents=0,
    is_training=True,
)

PASS = day_pass.PassFacts(
    house="Casaco",
    number="P-2026-000045",
    what="Pass journée",
    valid_from=NOON.replace(hour=9, minute=0),
    valid_until=NOON.replace(hour=19, minute=0),
    code=CODE,
    guest="Noémie Lefèvre",
    note="Wi-Fi «\u00a0Casaco\u00a0» · code bienvenue",
    is_demo=True,
)


def evacuation(people: int = 7, is_demo: bool = True) -> roll_call.RollCallFacts:
    """A roll call of `people` invented names over three floors, and two guests without a name."""
    names = ("Noémie Lefèvre", "Zoé Œuvrard", "Gaël Ñuñez", "Maïwenn Le Bihan", "Aïcha Benali", "Étienne D’Hoir")
    rows = tuple(
        roll_call.RollCallRow(
            names[i % len(names)],
            ("La Ruche, place 4", "invitée d’Inès", "")[i % 3],
            NOON - timedelta(minutes=7 * i),
        )
        for i in range(people)
    )
    cut, end = people // 2, people * 4 // 5
    floors = (
        roll_call.RollCallFloor("Rez-de-chaussée", rows[:cut]),
        roll_call.RollCallFloor("1er étage", rows[cut:end]),
        roll_call.RollCallFloor("2e étage", rows[end:]),
        roll_call.RollCallFloor("Jardin", ()),
    )
    return roll_call.RollCallFacts("Casaco", NOON, people + 2, floors, is_demo)


DOCUMENTS = {
    "receipt": receipt.document(RECEIPT),
    "receipt-heavy": receipt.document(HEAVY),
    "receipt-reverse": receipt.document(REVERSE),
    "day-pass": day_pass.document(PASS),
    "roll-call": roll_call.document(evacuation()),
}
"""One document of each sort, and the hard cases, by name."""
