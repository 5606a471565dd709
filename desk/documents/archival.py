"""A PDF for the archives, with its data inside: Factur-X in PDF/A-3B (ISO 19005-3), from a page, its XML and its title.

reportlab embeds every font (`a4_pdf`); `factur-x` attaches the XML and writes the metadata; what it leaves out is put
in here: the sRGB output intent, and dates that are those of the document.
"""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

XML_NAME = "factur-x.xml"
_TOOLS = re.compile(rb"(<(?:xmp:CreatorTool|pdf:Producer)>)[^<]*(<)")
_STAMPS = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(<)")
_MADE_AT = slice(24, 36)
"""Where an ICC profile tells when it was made: six numbers of sixteen bits (ICC.1, 7.2.8)."""
_LONG_AGO = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)


def facturx_pdf(page: bytes, xml: bytes, title: str, author: str, at: datetime) -> bytes:
    """The PDF/A-3B of a page and of its XML; the same bytes for the same arguments. `at` is an aware instant."""
    from facturx import generate_from_file

    scratch = BytesIO(page)
    generate_from_file(
        scratch, xml, flavor="factur-x", level="en16931", check_xsd=False, lang="fr-FR",
        pdf_metadata={"author": author, "keywords": "Factur-X", "title": title, "subject": title},
    )  # fmt: skip
    return _archival(scratch.getvalue(), at)


def _archival(made: bytes, at: datetime) -> bytes:
    import pikepdf
    from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

    with Pdf.open(BytesIO(made)) as pdf:
        profile = Stream(pdf, srgb())
        profile.N = 3
        pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                    Info=String("sRGB IEC61966-2.1"), DestOutputProfile=pdf.make_indirect(profile),
                )
            ]
        )  # fmt: skip
        stamp = at.astimezone(UTC)
        metadata = pdf.Root.Metadata.read_bytes()
        day = stamp.strftime("%Y-%m-%dT%H:%M:%S+00:00").encode()
        dated = _STAMPS.sub(rb"\g<1>" + day + rb"\g<2>", metadata)
        pdf.Root.Metadata = pdf.make_indirect(_metadata(pdf, _TOOLS.sub(rb"\g<1>Casaco Desk\g<2>", dated)))
        for page in pdf.pages:
            del page["/Trans"]  # reportlab writes an empty effect, of no use on a page that is kept
        # Said once, in the metadata: two places could say two things, which the standard forbids.
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        for file in pdf.Root.AF:
            file.EF.F.Params.ModDate = String(stamp.strftime("D:%Y%m%d%H%M%S+00'00'"))
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, force_version="1.7")
        return out.getvalue()


def _metadata(pdf: Pdf, content: bytes) -> Stream:
    from pikepdf import Name, Stream

    made = Stream(pdf, content)
    made.Type, made.Subtype = Name.Metadata, Name.XML
    return made


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """The ICC profile of sRGB, as Pillow's colour management makes it, but for the instant at which it did."""
    from PIL import ImageCms

    made: bytes = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[: _MADE_AT.start] + _LONG_AGO + made[_MADE_AT.stop :]
