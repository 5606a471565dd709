"""Every invoice and credit note holds against the schema, EN 16931 and the French rules, and so does its PDF/A-3; a
wrong total does not. Of the generated year with `python -m tests.proofs`, of a sample of every shape otherwise."""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO

import pytest
from sqlalchemy import select

from desk.documents import cii
from desk.frontdesk import FrontDesk
from desk.invoices import papers
from models.invoices import Invoice
from models.journal import JournalRecord, Stream
from tests.support.invoice_proof import SHAPES, Body, assert_archival, shapes
from tests.support.pdf import pages
from tests.support.proofs import counted, whole_year
from tests.support.schematron import validator

LEAST, LEAST_OF_A_SHAPE = (300, 5) if whole_year() else (40, 1)
FIELDS = ("total", "tax", "net", "paid", "owed")


@pytest.fixture(scope="module")
def bodies(invoiced: FrontDesk) -> list[Body]:
    """What is sealed in the invoices stream, in order."""
    with invoiced.work.read() as session:
        mine = select(JournalRecord.body).where(JournalRecord.stream == Stream.INVOICES.value)
        return [json.loads(body) for body in session.scalars(mine.order_by(JournalRecord.sequence))]


@pytest.fixture(scope="module")
def totals(bodies: list[Body]) -> dict[str, int]:
    """What each comes to, by its number."""
    return {body["number"]: body["total"] for body in bodies}


def test_every_shape_is_there(bodies: list[Body], totals: dict[str, int]) -> None:
    found = Counter(shape for body in bodies for shape in shapes(body, totals))
    told = ", ".join(f"{shape} {count}" for shape, count in sorted(found.items()))
    counted("invoices: shapes", told, SHAPES - len(found))
    assert len(bodies) >= LEAST
    assert len(found) == SHAPES, told
    assert min(found.values()) >= LEAST_OF_A_SHAPE, told


def test_numbers_follow_each_other(bodies: list[Body]) -> None:
    assert [body["number"] for body in bodies] == [f"FA-{place:06d}" for place in range(1, len(bodies) + 1)]


def test_every_one_holds(bodies: list[Body]) -> None:
    found = {body["number"]: findings for body in bodies if (findings := validator().findings(cii.xml_of(body)))}
    notes = sum(bool(body["credits"]) for body in bodies)
    what = f"{len(bodies) - notes} invoices, {notes} credit notes: XSD, EN 16931, France CTC"
    counted("invoices: schema and rules", what, len(found))
    assert found == {}


@pytest.mark.parametrize("field", FIELDS)
def test_a_wrong_total_is_caught(bodies: list[Body], field: str) -> None:
    """By the same rules: the schema alone would take it."""
    wrong = {**bodies[0], field: bodies[0][field] + 100}
    findings = validator().findings(cii.xml_of(wrong))
    counted("invoices: wrong total caught", field, int(not findings))
    assert findings
    assert {finding.rules for finding in findings} <= {"EN 16931", "France CTC"}


def test_a_wrong_rate_is_caught(bodies: list[Body]) -> None:
    body = json.loads(json.dumps(bodies[0]))
    body["vat"][0]["vat"] += 500
    assert any("BR-" in finding.text for finding in validator().findings(cii.xml_of(body)))


def test_every_pdf_is_archival(invoiced: FrontDesk, bodies: list[Body], totals: dict[str, int]) -> None:
    """Each of the year; one of each shape in the sample."""
    with invoiced.work.read() as session:
        ids = session.scalars(select(Invoice.id).order_by(Invoice.sequence)).all()
    seen: set[frozenset[str]] = set()
    looked = 0
    for invoice_id, body in zip(ids, bodies, strict=True):
        shape = frozenset(shapes(body, totals))
        if whole_year() or shape not in seen:
            _is_whole(invoiced, invoice_id, body, again=shape not in seen)
            looked += 1
        seen.add(shape)
    counted("invoices: PDF/A-3 structure", f"{looked} files, {len(seen)} combinations of shapes", 0)
    assert looked >= (LEAST if whole_year() else 8)


def _is_whole(desk: FrontDesk, invoice_id: str, body: Body, *, again: bool) -> None:
    document = desk.invoices.preview(invoice_id)
    assert document is not None
    made = papers.made(body, document)
    assert_archival(made, cii.xml_of(body))
    text = " ".join(pages(made))
    assert body["number"] in text
    assert body["buyer"]["name"].split()[0] in text
    if again:
        assert papers.made(body, document) == made, "the same facts, the same bytes"


def test_a_page_without_its_fonts_would_be_seen() -> None:
    """The check above is no empty one."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(10, 10, "Helvetica")
    canvas.save()
    with pytest.raises((AssertionError, AttributeError)):
        assert_archival(out.getvalue(), b"")
