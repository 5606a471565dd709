"""The day of the tour: a day at the desk from the opening to the closing, in the demo world."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk import paths, storage
from desk.clock import SetClock
from desk.demo import Case, DemoCase, demo_pin, find_case, make_world
from desk.errors import EnvironmentFault, Refused
from desk.frontdesk import FrontDesk
from desk.language import translate
from desk.payments import PaymentMode, PriceCategory
from desk.plan import SpaceState
from desk.printing.queue import PrinterSettings
from desk.printing.states import PrinterKind
from views import theme
from views.flows.day_pass import DayPassPanel
from views.flows.rental import RentalPanel
from views.launch import qt_application
from views.tour.driver import DOCUMENTS, TICKETS, Driver
from views.tour.office import OfficeScenes
from views.tour.practice import PracticeScenes
from views.tour.renting import RentingScenes
from views.tour.till import TillScenes

# A Tuesday before the doors open; 08:40 in the zone of the house.
MORNING = datetime(2026, 11, 24, 7, 40, tzinfo=UTC)
# Nothing listens on the discard port: this is how a printer that is switched off looks.
SWITCHED_OFF = PrinterSettings(PrinterKind.NETWORK, "127.0.0.1:9")
PEOPLE_BEFORE = 30
ASSOCIATION = "Les Jardins de Ronce"


def play(out: Path, data: Path | None, size: str, look: str) -> int:
    """Play the day in a fresh demo world (in `data` when given) and fill `out`; returns the exit code."""
    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 800 <= int(width) <= 7680 and 600 <= int(height) <= 4320):
        sentence = translate(
            "Tour", "«\u00a0{size}\u00a0» n’est pas une taille de fenêtre\u00a0: écrivez par exemple 1366x768."
        )
        raise EnvironmentFault(sentence.format(size=size), code="size")
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        print(translate("Tour", "Pas d’écran ici\u00a0: la visite se joue hors écran."))
    documents = out / DOCUMENTS
    storage.make_folder(documents)
    with tempfile.TemporaryDirectory() as scratch:
        folder = paths.data_folder(data) if data is not None else Path(scratch) / "demo"
        make_world(folder, now=MORNING)
        clock = SetClock(MORNING)
        desk = FrontDesk(folder, clock=clock)
        qt = qt_application()
        driver = Driver(qt, desk, clock, out, (int(width), int(height)))
        try:
            _dress(qt, driver, look)
            _Day(driver).play()
            driver.keep_documents()
        finally:
            driver.close()
    pictures = len(list(out.glob("*.png")))
    papers = len(list(documents.iterdir()))
    sentence = translate("Tour", "La visite est jouée\u00a0: {pictures} images et {papers} documents dans {out}.")
    print(sentence.format(pictures=pictures, papers=papers, out=out))
    return 0


def _dress(qt: QApplication, driver: Driver, look: str) -> None:
    if look != "light":
        theme.apply(qt, look)
        driver.application.remake_window()
        driver.window = driver.application.window


class _Day:
    """The scenes, in order. Each leaves the window ready for the next."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._desk = driver.desk
        self._window = driver.window

    def play(self) -> None:
        """The whole day."""
        self.opening()
        self.members_arrive()
        self.day_pass()
        self.printer_away()
        self.rental()
        self.another_hour()
        self.alarm()
        driver = self._driver
        renting, till, office = RentingScenes(driver), TillScenes(driver), OfficeScenes(driver)
        renting.quote(ASSOCIATION)
        renting.care(ASSOCIATION)
        renting.bookings()
        till.basket()
        till.correction()
        till.drawer()
        self._manager_comes()
        office.pages()
        office.invoices()
        office.backups()
        office.plan_editor()
        PracticeScenes(driver).training()
        till.closing()
        self.help_and_keys()

    def _case(self, case: Case) -> DemoCase:
        return find_case(self._desk, case)

    def opening(self) -> None:
        """Scene 1: the PIN, the float, yesterday's note, today's bookings on the plan."""
        driver = self._driver
        driver.picture("ouverture")
        driver.type(demo_pin())
        driver.key(Qt.Key.Key_Return)
        driver.picture("fond-de-caisse")
        driver.key(Qt.Key.Key_Return)
        driver.picture("plan-du-matin")

    def members_arrive(self) -> None:
        """Scene 2: scans in and out, a doubtful card, a name with a slip in it."""
        driver = self._driver
        driver.at(9, 5)
        special = {self._case(case).number for case in Case}
        ordinary = [m for m in self._desk.members.everyone() if m.card_code and m.number not in special]
        for member in ordinary[:PEOPLE_BEFORE]:
            driver.later(minutes=3)
            self._desk.checkin.scan(member.card_code)
        driver.at(10, 42)
        self._hirers_come()
        driver.scan(self._case(Case.SIX_LEFT).code)
        driver.picture("bienvenue-carnet")
        driver.later(minutes=1)
        driver.scan(self._case(Case.EXPECTED).code)
        driver.picture("bienvenue-societaire-colis")
        driver.later(minutes=1)
        for case, name in ((Case.EXPIRED, "carte-expiree"), (Case.BLOCKED, "acces-suspendu")):
            driver.scan(self._case(case).code)
            driver.picture(name)
        driver.scan(self._case(Case.REPLACED).old_code)
        driver.picture("carte-remplacee")
        self._window.counter.greeting.clear()
        driver.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        name = ordinary[0].name
        # One letter doubled, as a hurried hand does.
        driver.type(f"{name[:4]}{name[3]}{name[4:6]}".lower())
        driver.picture("recherche-avec-une-faute")
        driver.later(minutes=5)
        driver.key(Qt.Key.Key_Return)
        # The picture is of a goodbye, not of whatever else the box may have answered first.
        assert all(person.name != name for person in self._desk.presence.now().people)
        driver.picture("a-bientot")
        self._window.counter.greeting.clear()

    def day_pass(self) -> None:
        """Scene 3: someone walks in for the day, pays in cash, wants the receipt."""
        driver = self._driver
        driver.at(10, 58)
        driver.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        panel = self._window.counter.flow
        assert isinstance(panel, DayPassPanel)
        driver.click(panel.category.button_of(PriceCategory.SOLIDARITY))
        panel.guest.setFocus()
        driver.type("Camille Delorge")
        driver.picture("pass-1-pour-qui")
        driver.key(Qt.Key.Key_Return)
        driver.type("20")
        driver.click(panel.receipt.button_of(True))
        driver.picture("pass-2-paiement")
        driver.click(panel.go_button)
        driver.picture("pass-3-remettre")
        assert panel.sold is not None
        driver.key(Qt.Key.Key_Return)
        self._driver.wait_for_paper()

    def printer_away(self) -> None:
        """Scene 8: the printer is away, the sale stands, the paper waits and comes out once."""
        driver = self._driver
        self._choose_printer(SWITCHED_OFF)
        driver.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        panel = self._window.counter.flow
        assert isinstance(panel, DayPassPanel)
        driver.click(panel.part.button_of(self._desk.passes.part_now()))
        driver.click(panel.go_button)
        driver.click(panel.payment.modes.button_of(PaymentMode.CARD))
        driver.click(panel.go_button)
        driver.click(panel.go_button)
        driver.wait_until(lambda: any(job.trouble for job in self._desk.queue.pending()), "the printer's refusal")
        driver.settle()
        driver.picture("imprimante-absente")
        driver.key(Qt.Key.Key_F10)
        driver.picture("file-d-impression")
        self._choose_printer(PrinterSettings(PrinterKind.FILES, TICKETS))
        assert self._window.counter.flow is not None
        driver.click(self._window.counter.flow.go_button)
        self._driver.wait_for_paper()
        driver.picture("imprimante-revenue")
        driver.key(Qt.Key.Key_Escape)

    def rental(self) -> None:
        """Scene 4: an association that nobody knows takes a room, in three steps."""
        driver = self._driver
        driver.at(14, 2)
        self._hirers_come()
        free = next(s for s in self._desk.spaces.everything() if s.state is SpaceState.FREE and s.is_rentable)
        self._window.board.show_floor(self._window.gestures.space(free.id).floor)
        self._window.board.space_activated.emit(free.id)
        panel = self._window.counter.flow
        assert isinstance(panel, RentalPanel)
        driver.click(panel.category.button_of(PriceCategory.SOLIDARITY))
        driver.picture("location-1-quand")
        driver.click(panel.go_button)
        driver.type(ASSOCIATION)
        panel.siren.setFocus()
        driver.type("900000001")
        driver.picture("location-2-qui")
        driver.key(Qt.Key.Key_Return)
        driver.click(panel.payment.modes.button_of(PaymentMode.CARD))
        driver.picture("location-3-paiement")
        driver.click(panel.go_button)
        assert panel.sold is not None
        driver.picture("location-faite")
        driver.click(panel.go_button)
        self._driver.wait_for_paper()

    def another_hour(self) -> None:
        """The plan at another hour of the day, clearly not now."""
        driver = self._driver
        driver.at(14, 10)
        line = self._window.board.slider.line
        line.setValue(line.maximum() // 2)
        driver.picture("plan-a-une-autre-heure")
        self._window.board.slider.back_to_now()
        self._window.board.show_floor("rdc")
        driver.picture("plan-de-l-apres-midi")

    def alarm(self) -> None:
        """Scene 9: one key, who is inside, by floor; and on paper."""
        driver = self._driver
        driver.key(Qt.Key.Key_F9)
        driver.picture("liste-d-evacuation")
        driver.key(Qt.Key.Key_Return)
        self._driver.wait_for_paper()
        driver.key(Qt.Key.Key_Escape)

    def help_and_keys(self) -> None:
        """The handbook and the sheet of keys."""
        driver = self._driver
        driver.key(Qt.Key.Key_F1)
        driver.picture("aide")
        self._window.show_keys()
        driver.picture("touches")
        self._window.show_plan()

    # --- helpers ---------------------------------------------------------------------------------------------

    def _hirers_come(self) -> None:
        """The people of the bookings under way are there: whoever holds the desk has seen them."""
        now = self._desk.site.local_now()
        for booking in self._desk.bookings.of_day():
            if booking.starts_at <= now < booking.ends_at:
                self._desk.bookings.arrived(booking.id)

    def _manager_comes(self) -> None:
        """A manager takes the desk over, for what only a manager may."""
        staff = self._desk.staff
        if not staff.holder.is_manager:
            manager = next(person for person in staff.everyone() if person.is_manager)
            staff.sign_out("")
            staff.sign_in(manager.id, demo_pin())
        self._window.work.show_holder()
        self._driver.settle()

    def _choose_printer(self, settings: PrinterSettings) -> None:
        self._driver.as_house(lambda: _refused(self._desk.queue.set_printer(settings)))


def _refused(answer: object) -> Refused | None:
    return answer if isinstance(answer, Refused) else None
