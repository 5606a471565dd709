"""The camera: a card told once, webcams that come and go, a computer that has none; frames through Qt's own session."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from desk.codes import make
from tests.support.card_images import Spoiling, card_picture, qr_picture
from tests.support.webcams import FakeWebcams, Format, frame_of
from views.camera import Camera, CameraState, system_webcams
from views.frames import OTHERS_QUIET_S, PACE_S, QUIET_S, FrameReader, Once, grey_of
from views.viewfinder import Viewfinder
from views.webcams import Feed, Webcams

CODE = make(lambda symbols: 7 % symbols)
OTHER = make(lambda symbols: 20 % symbols)
CARD = card_picture(CODE, Spoiling(rotation=12, noise=8))
EMPTY = Image.new("L", (320, 240), 90)


class Bench:
    """A camera on fake webcams, what it heard and how often it changed."""

    def __init__(self, qtbot: QtBot, folder: Path, find: Callable[[QObject], Webcams] | None = None) -> None:
        self.qtbot = qtbot
        self.webcams = FakeWebcams()
        self.preferences = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.camera = Camera(self.preferences, webcams=find or self._found)
        self.heard: list[str] = []
        self.pictures: list[QImage] = []
        self.camera.heard.connect(self.heard.append)
        self.camera.pictured.connect(self.pictures.append)

    def _found(self, _parent: QObject) -> Webcams:
        return self.webcams

    def look(self, picture: Image.Image, kind: Format = Format.Format_NV12) -> None:
        """Hold the picture before the camera until it has been looked at once."""
        before = len(self.pictures)

        def looked() -> bool:
            self.webcams.show(picture, kind)
            return len(self.pictures) > before

        self.qtbot.waitUntil(looked)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    yield made
    made.camera.stop()


@pytest.fixture
def live(bench: Bench) -> Bench:
    bench.camera.start()
    bench.camera.turn(True)
    assert bench.camera.state is CameraState.LIVE
    return bench


KINDS = [Format.Format_NV12, Format.Format_YUV420P, Format.Format_Y8, Format.Format_YUYV, Format.Format_UYVY]


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_held_up_is_told_once(live: Bench, kind: Format) -> None:
    for _ in range(3):
        live.look(CARD, kind)
    assert live.heard == [CODE]


def test_an_empty_frame_tells_nothing_and_another_card_is_told(live: Bench) -> None:
    live.look(EMPTY)
    assert live.heard == []
    live.look(CARD)
    live.look(card_picture(OTHER, Spoiling()))
    assert live.heard == [CODE, OTHER]


def test_the_camera_is_off_until_someone_turns_it_on_and_stays_as_it_was(bench: Bench, tmp_path: Path) -> None:
    bench.camera.start()
    assert bench.camera.state is CameraState.OFF
    assert bench.webcams.opened == []
    bench.camera.toggle()
    assert bench.camera.is_live
    again = Bench(bench.qtbot, tmp_path)
    again.camera.start()
    assert again.camera.is_live
    again.camera.stop()
    bench.camera.toggle()
    assert bench.camera.state is CameraState.OFF
    assert bench.webcams.feed is not None


def test_the_chosen_webcam_is_kept_and_another_stands_in_while_it_is_away(live: Bench) -> None:
    live.webcams.plug("Fenêtre")
    assert live.webcams.opened == ["Bureau"]
    live.camera.choose("Fenêtre")
    live.webcams.unplug("Fenêtre")
    assert live.camera.is_live
    live.webcams.plug("Fenêtre")
    assert live.webcams.opened == ["Bureau", "Fenêtre", "Bureau", "Fenêtre"]
    assert live.camera.shown == "Fenêtre"
    live.look(CARD)
    assert live.heard == [CODE]


def test_an_unplugged_camera_is_told_calmly_and_comes_back_by_itself(live: Bench) -> None:
    assert live.camera.notice() is None
    live.webcams.unplug("Bureau")
    assert live.camera.state is CameraState.UNPLUGGED
    notice = live.camera.notice()
    assert notice is not None
    assert "débranchée" in notice.sentence
    assert "Rebranchez" in notice.sentence
    live.webcams.plug("Bureau")
    assert live.camera.notice() is None
    live.look(CARD)
    assert live.heard == [CODE]


def test_no_camera_at_all_says_so_and_one_that_comes_is_used(bench: Bench) -> None:
    bench.webcams.names.clear()
    bench.camera.start()
    bench.camera.turn(True)
    assert bench.camera.state is CameraState.ABSENT
    notice = bench.camera.notice()
    assert notice is not None
    assert notice.sentence.startswith("Aucune caméra")
    bench.webcams.plug("Neuve")
    assert bench.camera.is_live


def test_a_busy_camera_can_be_tried_again(live: Bench) -> None:
    assert live.webcams.feed is not None
    live.webcams.feed.failed.emit()
    assert live.camera.state is CameraState.FAILED
    notice = live.camera.notice()
    assert notice is not None
    assert notice.act == "Réessayer"
    live.camera.retry()
    assert live.camera.is_live


def test_a_camera_that_sends_nothing_is_told_like_a_busy_one(live: Bench) -> None:
    assert live.webcams.feed is not None
    live.webcams.feed._silence.start(1)
    live.qtbot.waitUntil(lambda: live.camera.state is CameraState.FAILED)
    live.webcams.plug("Fenêtre")
    assert live.camera.is_live


def test_a_camera_that_fails_while_it_is_opened_is_not_taken_for_a_live_one(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Feed, "begin", lambda feed: feed.failed.emit())
    bench.camera.start()
    bench.camera.turn(True)
    assert bench.camera.state is CameraState.FAILED


def test_the_webcams_of_this_computer_are_listed_without_a_word_of_warning(qtbot: QtBot, tmp_path: Path) -> None:
    """Through Qt's own backend: most machines of the tests have none, and a desk with one must not break on it."""
    bench = Bench(qtbot, tmp_path, system_webcams)
    bench.camera.start()
    listed = bench.camera.listed()
    assert all(identifier and name for identifier, name in listed)
    assert bench.camera.state is CameraState.OFF


def test_a_library_that_is_missing_is_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "views.webcams")
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    bench = Bench(qtbot, tmp_path, system_webcams)
    bench.camera.start()
    bench.camera.turn(True)
    notice = bench.camera.notice()
    assert notice is not None
    assert "libpulse0" in notice.sentence
    assert notice.act == "Éteindre la caméra"


def test_a_computer_without_multimedia_goes_on_without_a_camera(qtbot: QtBot, tmp_path: Path) -> None:
    def missing(_parent: QObject) -> Webcams:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    bench = Bench(qtbot, tmp_path, missing)
    bench.camera.start()
    assert bench.camera.state is CameraState.OFF
    bench.camera.turn(True)
    assert bench.camera.state is CameraState.UNABLE
    assert bench.camera.listed() == ()
    notice = bench.camera.notice()
    assert notice is not None
    assert "libpulse0" in notice.sentence
    bench.camera.turn(False)
    assert bench.camera.notice() is None


def test_the_unattended_desk_borrows_the_camera_and_gives_it_back(bench: Bench) -> None:
    bench.camera.start()
    bench.camera.lend(True)
    assert bench.camera.is_live
    assert not bench.camera.is_wanted
    bench.camera.lend(False)
    assert bench.camera.state is CameraState.OFF


def test_a_stopped_camera_hears_nothing_more(live: Bench) -> None:
    live.look(EMPTY)
    live.webcams.show(CARD)
    live.camera.stop()
    live.camera.start()
    assert live.camera.state is CameraState.OFF
    assert live.heard == []


def test_the_viewfinder_shows_what_the_camera_sees_in_a_mirror(live: Bench) -> None:
    sight = Viewfinder(live.camera, 180)
    live.qtbot.addWidget(sight)
    sight.resize(320, 180)
    half = Image.new("L", (320, 180), 250)
    half.paste(10, (0, 0, 160, 180))
    live.look(half)
    assert sight.picture is not None
    drawn = sight.grab().toImage()
    left, right = drawn.pixelColor(60, 90).lightness(), drawn.pixelColor(260, 90).lightness()
    assert left > 200 > 60 > right


class Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_only_the_latest_frame_waits_while_the_worker_is_busy(qtbot: QtBot) -> None:
    ticks, taken = Ticks(), []

    class Counting(FrameReader):
        def _look(self, frame: QVideoFrame) -> None:
            taken.append(frame.width())
            super()._look(frame)

    reader, pictures = Counting(clock=ticks), []
    reader.pictured.connect(pictures.append)
    reader.start()
    for width in (100, 200, 300):
        reader.take(frame_of(EMPTY.resize((width, 100))))
    ticks.now += PACE_S
    qtbot.waitUntil(lambda: len(pictures) == 2)
    reader.stop()
    assert taken == [100, 300]


def test_a_code_in_sight_is_told_again_only_after_it_was_away() -> None:
    once = Once()
    assert once.is_new("a", 0.0, QUIET_S)
    assert not once.is_new("a", 2.0, QUIET_S)
    assert not once.is_new("a", 4.4, QUIET_S)
    assert once.is_new("b", 4.5, QUIET_S)
    assert once.is_new("a", 4.4 + QUIET_S + 0.1, QUIET_S)
    assert 2.0 <= QUIET_S <= 3.0
    assert OTHERS_QUIET_S > QUIET_S


def test_a_poster_behind_the_person_is_told_once(live: Bench) -> None:
    for _ in range(2):
        live.look(qr_picture("https://exemple.fr"))
    assert live.heard == ["https://exemple.fr"]


def test_a_colour_frame_is_made_grey_and_a_void_one_is_nothing() -> None:
    colour = QImage(40, 30, QImage.Format.Format_RGB32)
    colour.fill(0xFFFFFF)
    grey = grey_of(QVideoFrame(colour))
    assert grey is not None
    assert (grey.width, grey.height) == (40, 30)
    assert set(grey.content[:40]) == {255}
    assert grey_of(QVideoFrame()) is None
