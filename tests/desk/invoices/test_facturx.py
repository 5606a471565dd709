"""Every invoice of a year holds against the schema, EN 16931 and the French rules; a wrong total does not."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select

from desk.documents import cii
from desk.frontdesk import FrontDesk
from models.journal import JournalRecord, Stream
from tests.support.schematron import validator

Body = dict[str, Any]


@pytest.fixture(scope="module")
def bodies(year: FrontDesk) -> list[Body]:
    """What is sealed in the invoices stream of the year, in order."""
    with year.work.read() as session:
        mine = select(JournalRecord.body).where(JournalRecord.stream == Stream.INVOICES.value)
        return [json.loads(body) for body in session.scalars(mine.order_by(JournalRecord.sequence))]


def _shapes(body: Body) -> set[str]:
    """What an invoice has of all that an invoice may have."""
    rates = {row["rate"] for row in body["vat"]}
    found = {
        "20 %": rates == {2000}, "exempt": rates == {0}, "mixed": len(rates) > 1,
        "discount": any(line["net"] < 0 for line in body["lines"]),
        "already paid": not body["credits"] and not body["owed"], "on account": bool(body["owed"]),
        "credit": bool(body["credits"]), "foreign": body["buyer"]["country"] != "FR",
        "person": body["market"] == "B2C", "several sales": len(body["sales"]) > 1,
        "VAT inside": any(line["tax_included"] for line in body["lines"]),
    }  # fmt: skip
    return {name for name, holds in found.items() if holds}


def test_a_year_has_every_shape(bodies: list[Body]) -> None:
    shapes = Counter(shape for body in bodies for shape in _shapes(body))
    assert len(bodies) >= 300
    assert len(shapes) == 11
    assert min(shapes.values()) >= 5, shapes
    partial = [b for b in bodies if b["credits"] and b["total"] < _of(bodies, b["credits"]["number"])["total"]]
    assert len(partial) >= 3


def _of(bodies: list[Body], number: str) -> Body:
    return next(body for body in bodies if body["number"] == number)


def test_numbers_follow_each_other(bodies: list[Body]) -> None:
    assert [body["number"] for body in bodies] == [f"FA-{place:06d}" for place in range(1, len(bodies) + 1)]


def test_every_invoice_of_the_year_holds(bodies: list[Body]) -> None:
    found = {body["number"]: findings for body in bodies if (findings := validator().findings(cii.xml_of(body)))}
    assert found == {}


@pytest.mark.parametrize("field", ["total", "tax", "net", "paid", "owed"])
def test_a_wrong_total_is_caught(bodies: list[Body], field: str) -> None:
    """By the same rules: the schema alone would take it."""
    wrong = {**bodies[0], field: bodies[0][field] + 100}
    findings = validator().findings(cii.xml_of(wrong))
    assert findings
    assert {finding.rules for finding in findings} <= {"EN 16931", "France CTC"}


def test_a_wrong_rate_is_caught(bodies: list[Body]) -> None:
    body = json.loads(json.dumps(bodies[0]))
    body["vat"][0]["vat"] += 500
    assert any("BR-" in finding.text for finding in validator().findings(cii.xml_of(body)))
