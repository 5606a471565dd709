"""Printers and the queue of documents that wait for them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Word


class PrinterKind(StrEnum):
    """How bytes reach a printer."""

    NETWORK = "network"
    DEVICE = "device"
    SERIAL = "serial"
    SYSTEM = "system"
    FILES = "files"


class Purpose(StrEnum):
    """What a printer is for; each purpose has one printer, so that nobody is ever asked which."""

    RECEIPTS = "receipts"
    CARDS = "cards"
    SHEETS = "sheets"
    ROLL_CALL = "roll_call"
    DRAWER = "drawer"


class JobState(StrEnum):
    """A job waits, is being sent, then is printed; a crash while sending leaves it in doubt for a person to decide."""

    WAITING = "waiting"
    SENDING = "sending"
    PRINTED = "printed"
    DOUBTFUL = "doubtful"
    CANCELLED = "cancelled"


class Printer(Base):
    """A printer of the desk. `profile` names its paper and characters (desk.printing.profiles).

    `target` is, by kind, host:port, a device path, a serial port and its speed (COM3:9600), the name that the system
    knows it by, or a folder. One that was taken away stays, not `active`, for the papers that it printed.
    """

    __tablename__ = "printer"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[PrinterKind] = mapped_column(Word(PrinterKind))
    target: Mapped[str]
    profile: Mapped[str] = mapped_column(default="80mm-48")
    active: Mapped[bool] = mapped_column(default=True, server_default=text("1"))


class PrinterUse(Base):
    """The printer that serves a purpose."""

    __tablename__ = "printer_use"

    purpose: Mapped[Purpose] = mapped_column(Word(Purpose), primary_key=True)
    printer_id: Mapped[str] = mapped_column(ForeignKey("printer.id"))


class PrintJob(Base):
    """A document to print, described once (`document` is the JSON of desk.documents), whatever the printer.

    `state` moves waiting -> sending -> printed; only waiting and doubtful jobs may be cancelled or sent again.
    `interruptions` counts the deliveries that ended before the end of the document had left; `reason` is why a person
    gave it up.
    """

    __tablename__ = "print_job"
    __table_args__ = (Index("ix_print_job_state", "state", "created_at"), {"sqlite_strict": True})

    id: Mapped[str] = mapped_column(primary_key=True)
    printer_id: Mapped[str] = mapped_column(ForeignKey("printer.id"))
    kind: Mapped[str]
    title: Mapped[str]
    document: Mapped[str]
    state: Mapped[JobState] = mapped_column(Word(JobState), default=JobState.WAITING)
    created_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(default="")
    printed_at: Mapped[datetime | None]
    interruptions: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    reason: Mapped[str] = mapped_column(default="", server_default=text("''"))


class ReceiptPrint(Base):
    """A print of a sale's receipt: copy 0 is the original, the others say DUPLICATA."""

    __tablename__ = "receipt_print"

    sale_id: Mapped[str] = mapped_column(ForeignKey("sale.id"), primary_key=True)
    copy_number: Mapped[int] = mapped_column(primary_key=True)
    printed_at: Mapped[datetime]
