"""The first start of a house: its settings, its desk and key, its spaces from the drawing, its price list."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desk import jet
from desk.floorplan import FloorPlan
from desk.ids import new_id
from desk.seller import UNNAMED
from desk.simulation import sealed
from desk.work import Unit
from models.catalogue import Price, PriceCategory, PriceUnit, Product, VatRate
from models.membership import Plan, PlanKind
from models.opening import OpeningHours
from models.printing import Printer, PrinterKind, PrinterUse, Purpose
from models.site import Desk, Site
from models.spaces import Space

TICKETS_FOLDER = "tickets"
WEEKEND = (6, 7)
"""A new house is closed then, until it says otherwise."""


@dataclass(frozen=True)
class House:
    """Who the seller is; what a house starts with. SIRET and VAT number are empty until they are set."""

    house_name: str = "Casaco"
    legal_name: str = UNNAMED
    legal_form: str = "SCIC SARL à capital variable"
    siret: str = ""
    vat_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    is_demo: bool = False


def found(session: Session, house: House, plan: FloorPlan, catalogue: Path) -> None:
    """Write everything a house needs before its first day, except its desk."""
    session.add(Site(id=1, **vars(house)))
    for weekday in WEEKEND:
        session.add(OpeningHours(weekday=weekday, opens="", closes=""))
    for floor in plan.floors:
        for shape in floor.spaces:
            session.add(
                Space(
                    id=shape.id, name=shape.name, floor=floor.code, kind=shape.kind, seats=shape.seats,
                    workstations=shape.workstations, rentable=shape.rentable,
                )
            )  # fmt: skip
    session.flush()
    with catalogue.open("rb") as file:
        _price_list(session, tomllib.load(file))
    _printer(session)


def _printer(session: Session) -> None:
    """A folder stands for every printer, until a manager sets up others."""
    folder = Printer(id=new_id(), name="Tickets", kind=PrinterKind.FILES, target=TICKETS_FOLDER)
    session.add(folder)
    session.flush()
    session.add_all(PrinterUse(purpose=purpose, printer_id=folder.id) for purpose in Purpose)


def _price_list(session: Session, listed: dict[str, Any]) -> None:
    first_day = listed["vat"][0]["from"]
    for vat in listed["vat"]:
        rate = int(Decimal(vat["rate"]) * 100)
        session.add(VatRate(code=vat["code"], valid_from=vat["from"], basis_points=rate))
    for product in listed["product"]:
        session.add(
            Product(
                code=product["code"], label=product["label"], vat_code=product["vat"],
                tax_included=product["tax_included"], space_id=product.get("space"),
                is_extra=product.get("extra", False),
            )
        )  # fmt: skip
        session.flush()
        for unit in PriceUnit:
            for category, euros in product.get(unit.value, {}).items():
                session.add(
                    Price(
                        id=new_id(), product_code=product["code"], category=PriceCategory(category), unit=unit,
                        cents=int(Decimal(euros) * 100), valid_from=first_day,
                    )
                )  # fmt: skip
    for plan in listed["plan"]:
        session.add(
            Plan(
                code=plan["code"], name=plan["name"], kind=PlanKind(plan["kind"]), units=plan.get("units", 0),
                product_code=plan["product"],
            )
        )  # fmt: skip


def initialised(unit: Unit) -> None:
    """The first record of the journal (JET 260): which desk, which key, for whom."""
    desk = {"id": unit.desk.id, "letter": unit.desk.letter, "name": unit.desk.name}
    site = unit.site
    jet.note(
        unit, jet.Code.INITIALISED, "initialisation", desk=desk, house=site.house_name, siret=site.siret,
        demo=site.is_demo, **sealed(site),
    )  # fmt: skip


def new_desk_row(desk_id: str, key_id: str, public_key: bytes, now: datetime) -> Desk:
    """The row of a new register; its letter begins its receipt numbers."""
    return Desk(id=desk_id, letter="A", name="Accueil", key_id=key_id, public_key=public_key, created_at=now)
