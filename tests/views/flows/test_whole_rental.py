"""A whole is let like any room: found by the search of rooms and by the box, rented with keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk.prices import NewPrice
from models.catalogue import PriceCategory, PriceUnit
from tests.support.house import TUESDAY
from tests.support.settings_scenes import room
from tests.support.window import CTRL, Screen, held, window_fixture
from views.flows.booked import BookedPanel
from views.flows.rental import RentalPanel
from views.flows.room_search import RoomSearchPanel
from views.settings.spaces import WholesSection

__all__ = ["held", "window_fixture"]

Key = Qt.Key


def test_from_the_settings_to_the_receipt(held: Screen) -> None:
    made = room(held, "wholes")
    assert isinstance(made, WholesSection)
    made.name.setText("Le premier étage")
    for box in (made.boxes["calumet"], made.boxes["pow-wow"], made.rentable):
        box.setChecked(True)
    held.click(made.add_button)
    assert "Le premier étage est un ensemble\u00a0: ses prix se fixent dans les tarifs (Ctrl T)." in made._told.text()
    price = NewPrice("room-le-premier-etage", PriceUnit.HOUR, PriceCategory.STANDARD, 9000, TUESDAY)
    assert held.house.desk.prices.set_price(price) is None
    # By how many come.
    held.press(Key.Key_R, CTRL)
    search = held.flow(RoomSearchPanel)
    search.people.setValue(23)
    assert [search.rooms.item(i).text().split(" · ")[0] for i in range(search.rooms.count())] == ["Le premier étage"]
    held.escape()
    # By its name: it is on no drawing, so its rental opens at once.
    held.press(Key.Key_K, CTRL)
    held.type("premier")
    held.enter()
    assert held.flow(RentalPanel).accessibleName() == "Louer Le premier étage"
    held.enter()
    held.type("Les Jardins")
    held.enter()
    held.enter()
    held.wait(held.all_printed)
    assert held.house.rows("SELECT label, unit_cents FROM sale_line") == [("Le premier étage, heures", 9000)]
    held.escape()
    # Taken, it says by whom.
    held.press(Key.Key_K, CTRL)
    held.type("premier")
    held.enter()
    held.flow(BookedPanel)
