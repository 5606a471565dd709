"""The PDF of an invoice is a PDF/A-3B with its XML inside: fonts, colours, metadata; one of each shape."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from facturx import get_xml_from_pdf
from sqlalchemy import select

from desk.documents import cii
from desk.frontdesk import FrontDesk
from desk.invoices import papers
from models.invoices import Invoice
from models.journal import JournalRecord, Stream
from tests.support.pdf import pages

_XMP = (
    "<pdfaid:part>3<",
    "<pdfaid:conformance>B<",
    "<fx:ConformanceLevel>EN 16931<",
    "<fx:DocumentFileName>factur-x.xml<",
)


def _one_of_each(year: FrontDesk) -> list[tuple[str, dict[str, Any]]]:
    """The first document of each shape, by its id."""
    found: dict[object, tuple[str, dict[str, Any]]] = {}
    with year.work.read() as session:
        for row in session.scalars(select(Invoice).order_by(Invoice.sequence)):
            body = json.loads(session.get_one(JournalRecord, (Stream.INVOICES.value, row.sequence)).body)
            shape = (row.kind, bool(body["owed"]), tuple(v["rate"] for v in body["vat"]), body["market"])
            found.setdefault(shape, (row.id, body))
    return list(found.values())


def test_one_of_each_shape_is_whole(year: FrontDesk) -> None:
    shapes = _one_of_each(year)
    assert len(shapes) >= 8
    for invoice_id, body in shapes:
        document = year.invoices.preview(invoice_id)
        assert document is not None
        made = papers.made(body, document)
        _is_archival(made)
        assert get_xml_from_pdf(made, check_xsd=True)[1] == cii.xml_of(body)
        assert papers.made(body, document) == made, "the same facts, the same bytes"
        text = " ".join(pages(made))
        assert body["number"] in text
        assert body["buyer"]["name"].split()[0] in text


def _is_archival(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        assert "/ID" in pdf.trailer
        assert "/Info" not in pdf.trailer
        assert not pdf.is_encrypted
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        (file,) = pdf.Root.AF
        assert (file.AFRelationship, str(file.UF), file.EF.F.Subtype) == ("/Data", "factur-x.xml", "/text/xml")
        assert str(pdf.Root.Names.EmbeddedFiles.Names[0]) == "factur-x.xml"
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert all(told in metadata for told in _XMP), metadata
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        forbidden = ("/JavaScript", "/AA", "/OpenAction")
        assert not any(name in pdf.Root for name in forbidden)


def test_a_page_without_its_fonts_would_be_seen() -> None:
    """The check above is no empty one."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(10, 10, "Helvetica")
    canvas.save()
    with pytest.raises((AssertionError, AttributeError)):
        _is_archival(out.getvalue())
