"""The screens of the counter, each reached as a person reaches it, from the home of a desk that is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt

from desk.bookings import BookingRequest
from desk.calibration import PAYLOAD
from desk.codes import make
from desk.errors import Refused
from desk.people import MemberEdit
from desk.printing.states import JobState
from models.bookings import BookingKind
from tests.support.backup_scenes import BACKUP_SCENES
from tests.support.booking_scenes import BOOKING_SCENES
from tests.support.business_scenes import BUSINESS_SCENES
from tests.support.care_scenes import CARE_SCENES
from tests.support.door_scenes import DOOR_SCENES
from tests.support.import_files import HEADER, crowd, csv_file
from tests.support.invoice_scenes import INVOICE_SCENES
from tests.support.plan_scenes import PLAN_SCENES
from tests.support.printer_scenes import PRINTER_SCENES, forget_papers
from tests.support.sale_scenes import SALE_SCENES
from tests.support.settings_scenes import SETTINGS_SCENES
from tests.support.till_scenes import TILL_SCENES
from tests.support.webcams import FakeWebcams
from tests.support.window import AWAY, CTRL, FOLDER, Screen
from views.data_page import DataPage
from views.flows.departures import DeparturesPanel
from views.flows.member import MemberPanel
from views.flows.new_member import NewMemberPanel
from views.imports.page import DONE, LOOK, ImportPage
from views.webcams import Webcams

Key = Qt.Key
EVENT = "Mardi de Casaco"


def _home(screen: Screen) -> None:
    """Nobody is in, nothing is booked."""


def _greeted(screen: Screen) -> None:
    screen.scan(screen.house.member("Inès Alvar", "book-10-days", units=7, parcels=2, named=True).code)


def _left(screen: Screen) -> None:
    _greeted(screen)
    screen.house.later(minutes=30)
    screen.scan(screen.window.counter.greeting.outcome.code)


def _refused(screen: Screen) -> None:
    screen.scan(screen.house.member(plan="").code)


def _unknown(screen: Screen) -> None:
    screen.window.scan(make(lambda symbols: 7 % symbols))


def _pass_1(screen: Screen) -> None:
    screen.press(Key.Key_J, CTRL)


def _pass_2(screen: Screen) -> None:
    _pass_1(screen)
    screen.type("Camille Delorge")
    screen.enter()
    screen.type("50")


def _pass_3(screen: Screen) -> None:
    _pass_2(screen)
    screen.enter()
    screen.wait(screen.all_printed)


def _rental_1(screen: Screen) -> None:
    screen.press(Key.Key_K, CTRL)
    screen.type("pow-wow")
    screen.enter()
    screen.enter()


def _rental_2(screen: Screen) -> None:
    _rental_1(screen)
    screen.enter()
    screen.type("Les Jardins de Ronce")


def _rental_3(screen: Screen) -> None:
    _rental_2(screen)
    screen.enter()


def _rental_4(screen: Screen) -> None:
    _rental_3(screen)
    screen.enter()
    screen.wait(screen.all_printed)


def _queue_empty(screen: Screen) -> None:
    screen.press(Key.Key_F10)


def _queue(screen: Screen) -> None:
    screen.printer(AWAY)
    screen.press(Key.Key_J, CTRL)
    for _ in range(3):
        screen.enter()
    screen.wait(lambda: any(job.trouble for job in screen.house.desk.queue.pending()))
    screen.wait(lambda: bool(screen.window.banner.sentence))
    screen.press(Key.Key_F10)
    assert screen.house.desk.queue.pending()[0].state is JobState.WAITING


def _roll_call_empty(screen: Screen) -> None:
    screen.press(Key.Key_F9)


def _roll_call(screen: Screen) -> None:
    for name in ("Inès Alvar", "Bachir Oyono", "Chloé Tessier"):
        screen.house.later(minutes=1)
        screen.house.scan(screen.house.member(name))
    screen.press(Key.Key_F9)


def _keys(screen: Screen) -> None:
    screen.window.show_keys()
    screen.settle()


def _answers(screen: Screen) -> None:
    screen.house.member("Inès Alvar")
    screen.press(Key.Key_K, CTRL)
    screen.type("ines alvra")


def _members(screen: Screen) -> None:
    screen.house.member("Bachir Oyono", "book-10-days", units=0)
    screen.house.member("Chloé Tessier", plan="")
    screen.press(Key.Key_F5)


def _members_nothing(screen: Screen) -> None:
    screen.press(Key.Key_F5)
    screen.type("zzzz")


def _member_file(screen: Screen) -> None:
    """With no card in force: the letters of a card are never the same twice."""
    member = screen.house.member("Inès Alvar", "book-10-days", units=7, parcels=2)
    assert screen.house.desk.cards.revoke(member.id, "rendue") is None
    edit = MemberEdit("Inès", "Alvar", "ines@example.org", message="Garde la clé de l’atelier.")
    assert screen.house.desk.people.edit(member.id, edit) is None
    screen.window.people.open_file(member.id)
    screen.settle()


def _member_words(screen: Screen) -> None:
    _member_file(screen)
    screen.click(screen.flow(MemberPanel).who.edit_button)


def _new_member_1(screen: Screen) -> None:
    screen.press(Key.Key_N, CTRL)


def _new_member_2(screen: Screen) -> None:
    _new_member_1(screen)
    screen.type("Camille")
    screen.press(Key.Key_Tab)
    screen.type("Delorge")
    screen.enter()


def _new_member_3(screen: Screen) -> None:
    _new_member_2(screen)
    if screen.flow(NewMemberPanel).step == 0:  # in a house where scenes follow each other, the name is known already
        screen.enter()
    screen.enter()
    screen.wait(screen.all_printed)


def _import_1(screen: Screen) -> None:
    screen.press(Key.Key_I, CTRL)


def _import_page(screen: Screen) -> ImportPage:
    page = screen.window.stage.currentWidget()
    assert isinstance(page, ImportPage)
    return page


def _import_2(screen: Screen) -> None:
    """Nine lines: three are faulty, one is of someone who looks like a member."""
    screen.house.member("Camille Delorge")
    _import_1(screen)
    rows, _ = crowd(9, faulty_every=3)
    rows[2] = ("", "Camile", "Delorge", *rows[2][3:])
    page = _import_page(screen)
    page.take(csv_file(screen.house.folder / "membres.csv", HEADER, *rows))
    screen.wait(lambda: page.step == LOOK and not page.is_busy)
    screen.settle()


def _import_3(screen: Screen) -> None:
    _import_2(screen)
    page = _import_page(screen)
    screen.click(page.look.import_button)
    screen.wait(lambda: page.step == DONE)
    screen.settle()


def _data(screen: Screen) -> None:
    _member_file(screen)
    screen.click(screen.flow(MemberPanel).data_button)


def _data_words(screen: Screen) -> None:
    _data(screen)
    page = screen.window.stage.currentWidget()
    assert isinstance(page, DataPage)
    screen.click(page.correct_button)


def _camera(screen: Screen) -> None:
    """Turned on where a webcam is plugged in, which has sent nothing yet."""
    webcams = FakeWebcams(screen.application.camera)

    def found(_parent: QObject) -> Webcams:
        return webcams

    screen.application.camera._find_webcams = found
    screen.press(Key.Key_F11)


def _scanner(screen: Screen) -> None:
    screen.press(Key.Key_F12)


def _scanner_told(screen: Screen) -> None:
    _scanner(screen)
    screen.scan(PAYLOAD, "fr")


def _alone(screen: Screen) -> None:
    screen.press(Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)


def _alone_asked(screen: Screen) -> None:
    """A card that raises a question, then a wrong name before the PIN."""
    _alone(screen)
    _refused(screen)
    screen.enter()
    screen.type("ana")
    screen.enter()


def _crowd(screen: Screen) -> None:
    """An event under way, twenty-two people in."""
    now = screen.house.clock.now()
    if not screen.house.desk.crowds.of_today():  # in a house where scenes follow each other, it is there already
        request = BookingRequest("salon", now, now + timedelta(hours=2), BookingKind.EVENT, EVENT, 22)
        held = screen.house.desk.bookings.hold_event(request, 22)
        assert not isinstance(held, Refused), held
    screen.press(Key.Key_P, CTRL)
    screen.type("22")
    screen.enter()
    screen.press(Key.Key_P, CTRL)


def _day_end(screen: Screen) -> None:
    _crowd(screen)
    screen.escape()
    for name in ("Inès Alvar", "Bachir Oyono"):
        screen.house.later(minutes=1)
        screen.house.scan(screen.house.member(name))
    screen.press(Key.Key_D, CTRL)
    screen.click(screen.flow(DeparturesPanel)._acts[0][0])


def _roll_call_crowd(screen: Screen) -> None:
    _crowd(screen)
    screen.press(Key.Key_F9)
    screen.press(Key.Key_Space)


SCENES: dict[str, Callable[[Screen], None]] = {
    "home": _home, "greeting-in": _greeted, "greeting-out": _left, "greeting-refused": _refused,
    "greeting-unknown": _unknown, "pass-1": _pass_1, "pass-2": _pass_2, "pass-3": _pass_3, "rental-1": _rental_1,
    "rental-2": _rental_2, "rental-3": _rental_3, "rental-4": _rental_4, "queue-empty": _queue_empty, "queue": _queue,
    "roll-call-empty": _roll_call_empty, "roll-call": _roll_call, "keys": _keys, "box-answers": _answers,
    "members": _members, "members-nothing": _members_nothing, "member-file": _member_file,
    "member-words": _member_words, "new-member-1": _new_member_1, "new-member-2": _new_member_2,
    "new-member-3": _new_member_3, "import-1": _import_1, "import-2": _import_2, "import-3": _import_3, "data": _data,
    "data-words": _data_words, "crowd": _crowd, "day-end": _day_end, "roll-call-crowd": _roll_call_crowd,
    "camera": _camera, "scanner": _scanner, "scanner-told": _scanner_told, "alone": _alone,
    "alone-asked": _alone_asked,
    **BUSINESS_SCENES,
    **INVOICE_SCENES,
    **PLAN_SCENES,
    **BOOKING_SCENES,
    **BACKUP_SCENES,
    **PRINTER_SCENES,
    **CARE_SCENES,
    **SALE_SCENES,
    # After those that go back in time to make an invoice: nothing is sold before a closing.
    **TILL_SCENES,
    # They put a space out of order.
    **SETTINGS_SCENES,
    # Last: they change who holds the desk.
    **DOOR_SCENES,
}  # fmt: skip


def back_home(screen: Screen) -> None:
    """Leave whatever a scene opened, so that the next one starts from the home."""
    window = screen.window
    if window.is_locked:
        screen.escape()
        screen.enter()
        screen.type("gael")
        screen.press(Key.Key_Tab)
        screen.sign_in()
    if screen.application.camera.is_wanted:
        screen.application.camera.turn(False)
    if not screen.prints_to(FOLDER):
        screen.printer(FOLDER)
    forget_papers(screen)
    if screen.house.desk.queue.pending():
        screen.application.jobs.kick()
    screen.wait(screen.all_printed)
    while window.counter.flow is not None:
        window.counter.close_flow()
    window.header.omnibox.dismiss()
    window.counter.greeting.clear()
    window.banner.forget()
    window.show_plan()
    screen.settle()
