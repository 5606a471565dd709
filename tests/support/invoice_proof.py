"""What every invoice must be: its shapes, and the PDF/A-3 that carries it, looked at from outside."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from facturx import get_xml_from_pdf

Body = dict[str, Any]
SHAPES = 12
_XMP = (
    "<pdfaid:part>3<",
    "<pdfaid:conformance>B<",
    "<fx:ConformanceLevel>EN 16931<",
    "<fx:DocumentFileName>factur-x.xml<",
)


def shapes(body: Body, totals: dict[str, int]) -> set[str]:
    """What an invoice has of all that an invoice may have; `totals` are those of all invoices, by number."""
    rates = {row["rate"] for row in body["vat"]}
    credits = body["credits"]
    found = {
        "20 %": rates == {2000}, "exempt": rates == {0}, "mixed": len(rates) > 1,
        "discount": any(line["net"] < 0 for line in body["lines"]),
        "already paid": not credits and not body["owed"], "on account": bool(body["owed"]),
        "credit, partial": bool(credits) and body["total"] < totals[credits["number"]],
        "credit, whole": bool(credits) and body["total"] == totals[credits["number"]],
        "foreign": body["buyer"]["country"] != "FR", "person": body["market"] == "B2C",
        "several sales": len(body["sales"]) > 1, "VAT inside": any(line["tax_included"] for line in body["lines"]),
    }  # fmt: skip
    return {name for name, holds in found.items() if holds}


def assert_archival(made: bytes, xml: bytes) -> None:
    """The structure of a PDF/A-3B with this XML inside: fonts, colours, metadata, no script."""
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
    assert get_xml_from_pdf(made, check_xsd=True)[1] == xml
