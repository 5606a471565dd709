"""What was sold, day by day: a list, a sale looked up by its number, and all that is known of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk import receipt_codes
from desk.basket import Basket
from desk.clock import day_bounds, local_day
from desk.errors import Refused
from desk.journal import short_seal
from desk.kept_baskets import sealed_basket
from desk.language import translate
from desk.papers import mode_label
from desk.refunds import LineLeft, lines_left
from desk.simulation import PRACTICE_PREFIX
from desk.work import Work
from models.catalogue import PriceCategory
from models.journal import JournalRecord, Stream
from models.printing import ReceiptPrint
from models.sales import Payment, PaymentMode, Sale, SaleLine
from models.staff import Facilitator


@dataclass(frozen=True)
class SaleListed:
    """A sale in the list of a day: what, by whom, how it was paid. `corrects` is the number of the sale it reverses.

    `taken_back_cents` is what corrections took back of it; instants aware, in the site's zone.
    """

    id: str
    number: str
    at: datetime
    operator: str
    what: str
    customer: str
    modes: str
    total_cents: int
    corrects: str = ""
    taken_back_cents: int = 0

    @property
    def state(self) -> str:
        """What became of it, in a word; empty for an ordinary sale."""
        if self.corrects:
            return translate("SalesBook", "corrige {number}").format(number=self.corrects)
        if not self.taken_back_cents:
            return ""
        if self.taken_back_cents >= self.total_cents:
            return translate("SalesBook", "annulée")
        return translate("SalesBook", "reprise en partie")


@dataclass(frozen=True)
class PaidBack:
    """A payment of a sale, or of a correction below zero."""

    mode: PaymentMode
    cents: int

    @property
    def words(self) -> str:
        """The mode as a person reads it."""
        return mode_label(self.mode)


@dataclass(frozen=True)
class SaleFile:
    """A sale as it was sealed, what is left of its lines, its corrections, and how many papers went out."""

    listed: SaleListed
    category: PriceCategory
    basket: Basket
    left: tuple[LineLeft, ...]
    payments: tuple[PaidBack, ...]
    corrections: tuple[SaleListed, ...]
    corrects_id: str
    prints: int


class SalesBook:
    """Reading what was sold."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def today(self) -> date:
        """The local day."""
        with self._work.read() as session:
            return local_day(self._work.clock.now(), self._work.site(session).timezone)

    def of_day(self, day: date | None = None) -> tuple[SaleListed, ...]:
        """The sales and corrections of a local day (today when not said), the last one first."""
        with self._work.read() as session:
            zone = self._work.site(session).timezone
            start, end = day_bounds(day or local_day(self._work.clock.now(), zone), zone)
            rows = select(Sale).where(Sale.sold_at >= start, Sale.sold_at < end).order_by(Sale.sequence.desc())
            return self._listed(session, list(session.scalars(rows)))

    def find(self, number: str) -> SaleListed | None:
        """The sale of a number as people type it: "A-000123", "a123", "123"; None when there is none."""
        bare = "".join(number.split()).upper().replace("-", "")
        digits = bare.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if not digits.isascii() or not digits.isdecimal() or len(digits) > 18:
            return None
        with self._work.read() as session:
            sale = session.scalar(select(Sale).where(Sale.sequence == int(digits)))
            if sale is None or not sale.number.startswith(bare[: len(bare) - len(digits)]):
                return None
            return self._listed(session, [sale])[0]

    def scanned(self, raw: str) -> SaleListed | Refused | None:
        """The sale whose receipt was scanned; a Refused value for a receipt that is not this desk's as it was printed,
        None for a code that is no receipt's."""
        code = receipt_codes.parse(raw)
        if code is None:
            misread = translate("SalesBook", "Le code de ce reçu a été mal lu. Recommencez.")
            return Refused("misread", misread) if receipt_codes.begins(raw) else None
        with self._work.read() as session:
            sale = session.scalar(select(Sale).where(Sale.number == code.number))
            record = None if sale is None else session.get_one(JournalRecord, (Stream.SALES.value, sale.sequence))
            if sale is None or record is None:
                return _not_ours(code, is_training=self._work.site(session).is_training)
            zone = self._work.site(session).timezone
            printed = (sale.total_cents, local_day(sale.sold_at, zone), short_seal(record.digest))
            if printed != (code.total_cents, code.day, code.seal):
                sentence = translate(
                    "SalesBook", "Ce reçu {number} n’est pas celui de cette caisse, ou il a été retouché."
                )
                return Refused("other_receipt", sentence.format(number=code.number))
            return self._listed(session, [sale])[0]

    def file(self, sale_id: str) -> SaleFile | None:
        """Everything about one sale; None when there is none."""
        with self._work.read() as session:
            sale = session.get(Sale, sale_id)
            if sale is None:
                return None
            corrections = select(Sale).where(Sale.corrects_id == sale.id).order_by(Sale.sequence)
            payments = select(Payment).where(Payment.sale_id == sale.id).order_by(Payment.position)
            prints = select(func.count()).select_from(ReceiptPrint).where(ReceiptPrint.sale_id == sale.id)
            return SaleFile(
                self._listed(session, [sale])[0], sale.category, sealed_basket(session, sale),
                () if sale.corrects_id else lines_left(session, sale.id),
                tuple(PaidBack(p.mode, p.cents) for p in session.scalars(payments)),
                self._listed(session, list(session.scalars(corrections))), sale.corrects_id or "",
                session.scalar(prints) or 0,
            )  # fmt: skip

    def _listed(self, session: Session, sales: list[Sale]) -> tuple[SaleListed, ...]:
        """In a handful of readings, however many sales."""
        ids = [sale.id for sale in sales]
        zone = self._work.site(session).timezone
        names = dict(session.execute(select(Facilitator.id, Facilitator.name)).all())
        linked = [sale.corrects_id for sale in sales if sale.corrects_id]
        numbers = dict(session.execute(select(Sale.id, Sale.number).where(Sale.id.in_(linked))).all())
        taken = select(Sale.corrects_id, -func.sum(Sale.total_cents)).where(Sale.corrects_id.in_(ids))
        back = dict(session.execute(taken.group_by(Sale.corrects_id)).all())
        modes: dict[str, list[str]] = {}
        for paid in session.scalars(select(Payment).where(Payment.sale_id.in_(ids)).order_by(Payment.position)):
            modes.setdefault(paid.sale_id, []).append(mode_label(paid.mode))
        whats: dict[str, list[str]] = {}
        for line in session.scalars(select(SaleLine).where(SaleLine.sale_id.in_(ids)).order_by(SaleLine.position)):
            pattern = "{label}" if abs(line.quantity) == 1 else translate("SalesBook", "{count} × {label}")
            whats.setdefault(line.sale_id, []).append(pattern.format(count=abs(line.quantity), label=line.label))
        return tuple(
            SaleListed(
                sale.id, sale.number, sale.sold_at.astimezone(zone), names.get(sale.operator_id, ""),
                ", ".join(whats.get(sale.id, ())), sale.customer, ", ".join(dict.fromkeys(modes.get(sale.id, ()))),
                sale.total_cents, numbers.get(sale.corrects_id or "", ""), back.get(sale.id, 0),
            )
            for sale in sales
        )  # fmt: skip


def _not_ours(code: receipt_codes.ReceiptCode, *, is_training: bool) -> Refused:
    sentence = translate("SalesBook", "La vente {number} est introuvable dans cette caisse.")
    if code.number.startswith(PRACTICE_PREFIX) and not is_training:
        sentence = translate("SalesBook", "Le reçu {number} vient de la formation\u00a0: rien n’y a été vendu.")
    return Refused("no_sale", sentence.format(number=code.number))
