"""The words of the bookings on screen: kinds, blocks and cells as they are read and heard."""

from __future__ import annotations

from desk.bookings import BookingKind, BookingListed
from desk.formats import time as time_text
from desk.language import translate
from views.bookings.board import DAY, Block, Board

_SEPARATOR = ", "


def kind_word(kind: BookingKind) -> str:
    """One word for a kind of booking, as in the legend."""
    words = {
        BookingKind.MEMBER: translate("BookingWords", "Membre"),
        BookingKind.RENTAL: translate("BookingWords", "Organisation"),
        BookingKind.EVENT: translate("BookingWords", "Événement"),
        BookingKind.HOUSE: translate("BookingWords", "Maison"),
    }
    return words[kind]


def hours(booking: BookingListed) -> str:
    """ "14:00 – 16:00"."""
    pattern = translate("BookingWords", "{start} – {end}")
    return pattern.format(start=time_text(booking.starts_at), end=time_text(booking.ends_at))


def clock(minute: int) -> str:
    """A minute of the day as the wall clock shows it; midnight at the end of a day is 24:00."""
    return "24:00" if minute == DAY else f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def for_whom(booking: BookingListed) -> str:
    """The title, and who it is for when that says more."""
    if not booking.who or booking.who in booking.title:
        return booking.title
    pattern = translate("BookingWords", "{title} · {who}")
    return pattern.format(title=booking.title, who=booking.who)


def spoken_block(board: Board, block: Block) -> str:
    """A booking in one breath: "Calumet, 14:00 – 16:00, Réunion, organisation, 8 personnes"."""
    row, booking = board.rows[block.row], block.booking
    said = [row.space, hours(booking), for_whom(booking), kind_word(booking.kind).lower()]
    if row.name != row.space:
        said.insert(0, row.name)
    if booking.people:
        said.append(people(booking.people))
    if booking.series_id:
        said.append(translate("BookingWords", "se répète"))
    if block.through:
        said.append(translate("BookingWords", "tient aussi cet espace, par {space}").format(space=block.through))
    return _SEPARATOR.join(said)


def spoken_cell(board: Board, row: int, minute: int) -> str:
    """A free hour in one breath: "Calumet, 14:00, libre"."""
    shown = board.rows[row]
    is_open = shown.opens is not None and shown.closes is not None and shown.opens <= minute < shown.closes
    state = translate("BookingWords", "libre") if is_open else translate("BookingWords", "maison fermée")
    said = [shown.space, clock(minute), state]
    if shown.name != shown.space:
        said.insert(0, shown.name)
    return _SEPARATOR.join(said)


def people(count: int) -> str:
    """How many people."""
    if count == 1:
        return translate("BookingWords", "1 personne")
    return translate("BookingWords", "{count} personnes").format(count=count)


def tooltip(block: Block) -> str:
    """All there is to say of a block, for where it is too small to write it."""
    booking = block.booking
    lines = [hours(booking), for_whom(booking), kind_word(booking.kind)]
    if booking.people:
        lines.append(people(booking.people))
    margins = translate("BookingWords", "préparation {before} min, rangement {after} min")
    if booking.set_up_minutes or booking.clean_up_minutes:
        lines.append(margins.format(before=booking.set_up_minutes, after=booking.clean_up_minutes))
    if block.through:
        lines.append(translate("BookingWords", "tient aussi cet espace, par {space}").format(space=block.through))
    return "\n".join(lines)
