"""Who the house is on its papers (the seller's mentions), and how many people it holds at once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

from desk.bus import Topic
from desk.errors import Refused
from desk.language import translate
from desk.names import tidy
from desk.organisations.numbers import bare, siret_problem, vat_problem
from desk.rights import Act, needs
from desk.rules import BOUNDS
from desk.work import Work
from models.journal import Stream
from models.organisations import HOME_COUNTRY
from models.site import Site

TEXT_LIMIT = 120
LIMITS = BOUNDS["safety_limit"]
_SIREN_DIGITS = 9
_POSTCODE_DIGITS = 5


@dataclass(frozen=True)
class HouseFacts:
    """The seller as papers name it: a receipt without them is none (CGI, annexe II, art. 242 nonies A).

    SIRET and VAT number are kept without spaces; they may be empty until the house has them.
    """

    house_name: str
    legal_name: str
    legal_form: str
    siret: str
    vat_number: str
    street: str
    postcode: str
    city: str
    safety_limit: int


class HouseSettings:
    """Reading and changing them. What is already sold keeps the mentions of its day: they are in its sealed record."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def now(self) -> HouseFacts:
        """The facts in force."""
        with self._work.read() as session:
            return _facts_of(self._work.site(session))

    @needs(Act.HOUSE)
    def change(self, wanted: HouseFacts) -> HouseFacts | Refused:
        """Change them, from the next paper on; a manager's right, recorded with what was before. Answers as kept."""
        wanted = _tidied(wanted)
        with self._work.write() as unit:
            site = unit.session.get_one(Site, 1)
            known = _facts_of(site)
            refused = _problem(wanted) or _wrong_number(wanted, known)
            if refused is not None:
                return refused
            before = asdict(known)
            for name, value in asdict(wanted).items():
                setattr(site, name, value)
            unit.session.flush()
            unit.record(Stream.OPERATIONS, "site.house_set", {"schema": 1, **asdict(wanted), "before": before})
            unit.changed(Topic.HOUSE, Topic.VISITS)
        return wanted


def _facts_of(site: Site) -> HouseFacts:
    return HouseFacts(**{field.name: getattr(site, field.name) for field in fields(HouseFacts)})


def _tidied(wanted: HouseFacts) -> HouseFacts:
    """The words as they are kept: single-spaced, not endless, numbers without their spaces."""
    return HouseFacts(
        house_name=tidy(wanted.house_name, TEXT_LIMIT), legal_name=tidy(wanted.legal_name, TEXT_LIMIT),
        legal_form=tidy(wanted.legal_form, TEXT_LIMIT), siret=bare(tidy(wanted.siret, TEXT_LIMIT)),
        vat_number=bare(tidy(wanted.vat_number, TEXT_LIMIT)).upper(), street=tidy(wanted.street, TEXT_LIMIT),
        postcode=tidy(wanted.postcode, TEXT_LIMIT), city=tidy(wanted.city, TEXT_LIMIT),
        safety_limit=wanted.safety_limit,
    )  # fmt: skip


def _problem(wanted: HouseFacts) -> Refused | None:
    if not wanted.house_name or not wanted.legal_name:
        sentence = translate("HouseSettings", "La maison a un nom, et la société qui vend en a un aussi.")
        return Refused("no_name", sentence)
    postcode = wanted.postcode
    if postcode and not (postcode.isascii() and postcode.isdecimal() and len(postcode) == _POSTCODE_DIGITS):
        return Refused("postcode", translate("HouseSettings", "Un code postal a cinq chiffres."))
    least, most = LIMITS
    if not least <= wanted.safety_limit <= most:
        sentence = translate("HouseSettings", "La limite de sécurité va de {least} à {most} personnes.")
        return Refused("safety_limit", sentence.format(least=least, most=most))
    return None


def _wrong_number(wanted: HouseFacts, known: HouseFacts) -> Refused | None:
    """Why a number that is new is not right; one that was there already stands in nobody's way."""
    if (wanted.siret, wanted.vat_number) == (known.siret, known.vat_number):
        return None
    return siret_problem(wanted.siret, "") or vat_problem(wanted.vat_number, HOME_COUNTRY, wanted.siret[:_SIREN_DIGITS])
