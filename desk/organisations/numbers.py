"""The numbers of a body: SIREN and SIRET (INSEE), VAT number; each checked by its own rule, the VAT number proposed."""

from __future__ import annotations

from desk.errors import Refused
from desk.language import translate
from models.organisations import HOME_COUNTRY


def bare(number: str) -> str:
    """A number as it is kept: without spaces, dots and dashes."""
    return "".join(c for c in number if c.isalnum())


def siren_problem(siren: str) -> Refused | None:
    """Why a SIREN is not one (nine digits with a right check digit, INSEE), None when it is empty or right."""
    from stdnum.exceptions import ValidationError
    from stdnum.fr import siren as rule

    if not siren:
        return None
    try:
        rule.validate(siren)
    except ValidationError:
        sentence = translate(
            "Organisations",
            "«\u00a0{siren}\u00a0» n’est pas un SIREN\u00a0: neuf chiffres, dont un de contrôle. Vérifiez-le.",
        )
        return Refused("siren", sentence.format(siren=siren))
    return None


def siret_problem(siret: str, siren: str) -> Refused | None:
    """Why a SIRET is not one of that body (fourteen digits that begin with the SIREN), None when empty or right."""
    from stdnum.exceptions import ValidationError
    from stdnum.fr import siret as rule

    if not siret:
        return None
    try:
        rule.validate(siret)
    except ValidationError:
        sentence = translate(
            "Organisations",
            "«\u00a0{siret}\u00a0» n’est pas un SIRET\u00a0: quatorze chiffres, dont deux de contrôle. Vérifiez-le.",
        )
        return Refused("siret", sentence.format(siret=siret))
    if siren and not siret.startswith(siren):
        sentence = translate("Organisations", "Un SIRET commence par le SIREN\u00a0: {siret} n’est pas de {siren}.")
        return Refused("siret", sentence.format(siret=siret, siren=siren))
    return None


def vat_problem(vat_number: str, country: str, siren: str) -> Refused | None:
    """Why a VAT number is not one of that country, or of that SIREN in France; None when it is empty or right."""
    from stdnum import get_cc_module
    from stdnum.exceptions import ValidationError

    if not vat_number:
        return None
    rule = get_cc_module(country, "vat")
    wrong = translate("Organisations", "«\u00a0{vat}\u00a0» n’est pas un numéro de TVA de ce pays. Vérifiez-le.")
    if rule is None:
        return Refused("vat", wrong.format(vat=vat_number))
    try:
        rule.validate(vat_number)
    except ValidationError:
        return Refused("vat", wrong.format(vat=vat_number))
    if country == HOME_COUNTRY and siren and not vat_number.endswith(siren):
        sentence = translate("Organisations", "Un numéro de TVA français finit par le SIREN\u00a0: {siren}.")
        return Refused("vat", sentence.format(siren=siren))
    return None


def proposed_vat(siren: str) -> str:
    """The French VAT number of a SIREN (CGI, annexe IV, art. 18 quinquies), empty when the SIREN is not right."""
    number = bare(siren)
    if not number or siren_problem(number) is not None:
        return ""
    key = (12 + 3 * (int(number) % 97)) % 97
    return f"{HOME_COUNTRY}{key:02d}{number}"


def grouped(number: str) -> str:
    """A SIREN or SIRET as people read it: by three, the rest of a SIRET together."""
    if not number.isdigit() or len(number) not in (9, 14):
        return number
    return " ".join(part for part in (number[:3], number[3:6], number[6:9], number[9:]) if part)
