"""Invoices on paper and in files; their terms; tampering with them; where they are found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desk.accounts.fec import amount
from desk.errors import EnvironmentFault, Refused
from desk.finder import FoundKind
from desk.invoices import BuyerEdit, InvoiceOrder, Issued, Settled, Terms
from desk.organisations import OrganisationEdit
from desk.printing.queue import PrinterSettings
from desk.till import PaymentOffer
from desk.work import Operator
from models.printing import JobState, PrinterKind
from models.sales import PaymentMode
from tests.desk.closings.scenes import staffed
from tests.support.house import SmallHouse, plain
from tests.support.invoice_scenes import BUYER, a_buyer_in, an_invoice
from tests.support.pdf import pages

PERSON = BuyerEdit(
    "Zoé Tilleul", street="9 rue du Roitelet", postcode="92240", city="Malakoff", email="zoe@example.org"
)
OUT = "out"
CARD, CASH, ACCOUNT = PaymentMode.CARD, PaymentMode.CASH, PaymentMode.ON_ACCOUNT


def _body(house: SmallHouse, number: str) -> dict[str, object]:
    content = house.value("SELECT body FROM journal WHERE stream = 'invoices' AND sequence = ?", int(number[-6:]))
    found: dict[str, object] = json.loads(bytes(content))  # type: ignore[arg-type]
    return found


def _settle(house: SmallHouse, issued: Issued, cents: int, mode: PaymentMode = CARD) -> Settled | Refused:
    return house.desk.invoices.settle(issued.id, (PaymentOffer(mode, cents),))


def test_prints_after_the_first_are_duplicates(house: SmallHouse) -> None:
    issued = an_invoice(house)
    marks = [house.desk.invoices.print_it(issued.id) for _ in range(3)]
    assert [m.mark for m in marks if not isinstance(m, Refused)] == [
        "DÉMONSTRATION", "DÉMONSTRATION · DUPLICATA 1", "DÉMONSTRATION · DUPLICATA 2"
    ]  # fmt: skip
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'invoice.printed'") == 3


def test_the_file_is_made_once_and_kept_by_its_hash(house: SmallHouse, tmp_path: Path) -> None:
    issued = an_invoice(house)
    made = house.desk.invoices.pdf(issued.id)
    assert isinstance(made, bytes)
    assert house.desk.invoices.save_pdf(issued.id, tmp_path / "facture") == tmp_path / "facture.pdf"
    assert (tmp_path / "facture.pdf").read_bytes() == made
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'invoice.file_made'") == 1
    with closing(plain(house.folder)) as connection:
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE invoice_file SET pdf = x'00'")
        connection.execute("DROP TRIGGER invoice_file_refuses_update")
        connection.execute("UPDATE invoice_file SET pdf = x'00'")
    with pytest.raises(EnvironmentFault, match="PDF"):
        house.desk.invoices.pdf(issued.id)
    sentences = {problem.sentence for problem in house.verify(deep=True).problems}
    assert len(sentences) == 2


def _kept(house: SmallHouse) -> list[bytes]:
    return [bytes(pdf) for (pdf,) in house.rows("SELECT pdf FROM invoice_file")]  # type: ignore[call-overload]


def _to_a_folder(house: SmallHouse) -> Issued:
    """An invoice of a house whose printer writes files."""
    assert house.desk.queue.set_printer(PrinterSettings(PrinterKind.FILES, OUT)) is None
    return an_invoice(house)


def test_the_first_print_is_the_file_that_is_kept(house: SmallHouse) -> None:
    issued = _to_a_folder(house)
    house.desk.invoices.print_it(issued.id)
    assert _kept(house) == [], "made when the queue comes to it, in its worker"
    house.desk.queue.deliver_all()
    (kept,) = _kept(house)
    folder = house.folder / OUT
    (printed,) = folder.iterdir()
    assert printed.read_bytes() == kept == house.desk.invoices.pdf(issued.id)
    assert kept.startswith(b"%PDF-1.7")
    house.desk.invoices.print_it(issued.id)
    house.desk.queue.deliver_all()
    (duplicate,) = set(folder.iterdir()) - {printed}
    assert "DUPLICATA 1" in " ".join(pages(duplicate.read_bytes()))
    assert house.value("SELECT count(*) FROM journal WHERE kind = 'invoice.file_made'") == 1
    assert house.verify(deep=True).ok


def test_a_file_saved_first_is_the_one_that_is_printed(house: SmallHouse, tmp_path: Path) -> None:
    issued = _to_a_folder(house)
    house.desk.invoices.save_pdf(issued.id, tmp_path / "facture.pdf")
    house.desk.invoices.print_it(issued.id)
    house.desk.queue.deliver_all()
    (printed,) = (house.folder / OUT).iterdir()
    assert printed.read_bytes() == (tmp_path / "facture.pdf").read_bytes()


def test_a_ticket_printer_keeps_the_file_too(house: SmallHouse, tmp_path: Path) -> None:
    (tmp_path / "device").touch()
    assert house.desk.queue.set_printer(PrinterSettings(PrinterKind.DEVICE, str(tmp_path / "device"))) is None
    house.desk.invoices.print_it(an_invoice(house).id)
    house.desk.queue.deliver_all()
    assert len(_kept(house)) == 1
    assert not (tmp_path / "device").read_bytes().startswith(b"%PDF")


def test_a_kept_file_that_was_changed_is_not_printed(house: SmallHouse) -> None:
    issued = an_invoice(house)
    assert isinstance(house.desk.invoices.pdf(issued.id), bytes)
    with closing(plain(house.folder)) as connection:
        connection.execute("DROP TRIGGER invoice_file_refuses_update")
        connection.execute("UPDATE invoice_file SET pdf = x'00'")
    house.desk.invoices.print_it(issued.id)
    house.desk.queue.deliver_all()
    (job,) = house.desk.queue.pending()
    assert (job.state, job.trouble[:12]) == (JobState.DOUBTFUL, "Le PDF gardé")


def test_a_year_is_exported_with_its_list(house: SmallHouse, tmp_path: Path) -> None:
    an_invoice(house, ago=400)
    staffed(house, manager=True).desk.closings.hour.confirm()  # nothing was sold for more than a year
    first, second = an_invoice(house), an_invoice(house)
    shares: list[float] = []
    written = house.desk.invoices.export(2026, tmp_path / "out", shares.append)
    assert (written.count, shares) == (2, [0.5, 1.0])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "2026.csv", f"{first.number}.pdf", f"{second.number}.pdf"
    ]  # fmt: skip
    header, *lines = (tmp_path / "out" / "2026.csv").read_text("utf-8-sig").splitlines()
    assert header == "Numéro;Nature;Émise le;Échéance;Client;Total TTC;Payé à l’émission;Avoir sur;Fichier"
    assert [line.split(";")[1] for line in lines] == ["facture", "facture"]
    assert [line.split(";")[4:6] for line in lines] == [[BUYER, amount(first.total_cents)]] * 2
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentFault):
        house.desk.invoices.export(2026, tmp_path / "file" / "out")


def test_the_terms_are_a_manager_s_and_are_for_the_next_ones(house: SmallHouse) -> None:
    before = an_invoice(house)
    wanted = Terms(
        "RCS Nanterre 123", "FR76 0000 0000 0000 0000 0000 000", "", discount="Escompte de 1 %.", vat_on_debits=True
    )
    house.desk.work.operator = Operator("x", "Ana", is_manager=False)
    refused = house.desk.invoices.set_terms(wanted)
    assert refused is not None
    assert refused.code == "right"
    house.desk.work.operator = Operator("x", "Ana", is_manager=True)
    wrong = [replace(wanted, iban="FR00"), replace(wanted, bic="x"), replace(wanted, discount=" ")]
    assert [getattr(house.desk.invoices.set_terms(terms), "code", "") for terms in wrong] == ["iban", "bic", "no_words"]
    assert house.desk.invoices.set_terms(wanted) is None
    assert house.desk.invoices.terms().iban == "FR7600000000000000000000000"
    after = an_invoice(house)
    mentions = [_body(house, number)["mentions"]["discount"] for number in (before.number, after.number)]  # type: ignore[index]
    assert mentions == ["Pas d’escompte pour paiement anticipé.", "Escompte de 1 %."]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE invoice SET total_cents = 1, paid_cents = 0 WHERE sequence = 1",
        "UPDATE invoice SET due_on = '2099-01-01' WHERE sequence = 1", "DELETE FROM invoice_sale",
        "UPDATE invoice_settlement SET cents = 1", "DELETE FROM invoice_settlement",
        "DELETE FROM invoice_print", "UPDATE invoice_print SET copy_number = 7",
        "UPDATE invoice_print SET printed_at = '2026-01-01T00:00:00.000000Z'",
    ],
)  # fmt: skip
def test_rows_that_no_longer_say_what_was_sealed_are_found(house: SmallHouse, tampering: str) -> None:
    issued = an_invoice(house)
    assert isinstance(_settle(house, issued, 100), Settled)
    assert not isinstance(house.desk.invoices.print_it(issued.id), Refused)
    assert house.verify().problems == ()
    with closing(plain(house.folder)) as connection:
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(tampering)
        names = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'invoice%'"
        )
        guards = names.fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(tampering)
        for _, sql in guards:
            connection.execute(sql)
    assert [p.stream for p in house.verify().problems] != []


def test_invoices_and_sales_to_invoice_are_found_in_the_box(house: SmallHouse) -> None:
    issued = an_invoice(house)
    (found,) = house.desk.finder.find(issued.number)
    assert (found.kind, found.id) == (FoundKind.INVOICE, issued.id)
    sale = house.sell_pass().sale
    assert [f.kind for f in house.desk.finder.find(sale.number)] == [FoundKind.SALE, FoundKind.SALE_TO_INVOICE]
    assert [f.kind for f in house.desk.finder.find("A-000001")] == [FoundKind.SALE]


def test_a_body_that_was_merged_keeps_its_invoices(house: SmallHouse) -> None:
    issued = an_invoice(house)
    other = house.desk.organisations.create(replace_name())
    assert isinstance(other, str)
    assert not isinstance(house.desk.organisations.merge(other, a_buyer_in(house)), Refused)
    assert isinstance(_settle(house, issued, 100), Settled)
    assert house.verify(deep=True).ok


def replace_name() -> OrganisationEdit:
    """Another organisation."""
    return OrganisationEdit("Les Horizons")


def test_a_house_without_siret_cannot_invoice(house: SmallHouse) -> None:
    from models.site import Site

    sale = house.sell_pass().sale
    house.change(Site, 1, siret="")
    refused = house.desk.invoices.make(InvoiceOrder((sale.sale_id,), PERSON))
    assert isinstance(refused, Refused)
    assert refused.code == "no_seller"
