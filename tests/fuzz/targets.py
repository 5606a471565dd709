"""The doors by which bytes come in: each takes any, and holds the property that `tests.fuzz.world` states."""

from __future__ import annotations

import io
import json
import os
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from desk import calibration, cli, codes, commands, decoder, floorplan
from desk.archives.checking import check
from desk.commands import BUG, FAULT, NOT_VERIFIED, OK, REFUSED, USAGE
from desk.keyboard_layouts import undo_layout
from desk.paths import resource
from tests.fuzz.world import World, answered, bounded, faults_have_sentences, silent, typed, unzipped, zipped

PARIS = ZoneInfo("Europe/Paris")
_CODE = "CC1-0123-4567-89BC"


@dataclass(frozen=True)
class Target:
    """One door: `attack` raises for an input that breaks the property; `seeds` are good inputs to begin from."""

    attack: Callable[[World, bytes], None]
    seeds: Callable[[World], tuple[bytes, ...]]
    longest: int = 4096
    """Bytes of an input, at most."""
    modules: tuple[str, ...] = ("desk",)
    """What is watched for new paths."""


# --- scanned codes ---------------------------------------------------------------------------------------------


def _codes(_world: World, data: bytes) -> None:
    raw = data.decode("utf-8", "surrogateescape")
    parsed = codes.parse(undo_layout(raw))
    if isinstance(parsed, codes.Code):
        assert codes.parse(parsed.grouped) == parsed
    calibration.is_card(raw)
    codes.may_begin(raw)


def _scan(world: World, data: bytes) -> None:
    raw, _, nonce = data.decode("utf-8", "surrogateescape").partition("\t")
    outcome = world.house.desk.checkin.scan(raw, nonce)
    assert outcome.refused is not None, "a code that nobody made lets nobody in"
    answered(outcome.refused)


def _code_seeds(_world: World) -> tuple[bytes, ...]:
    good = codes.make()
    layouts = good.replace("1", "&").replace("3", '"')
    return tuple(text.encode() for text in (good, _CODE, f"\\000026{good}", f"]Q1{good}", layouts, good[:-1], ""))


# --- pictures --------------------------------------------------------------------------------------------------


def _pictures(_world: World, data: bytes) -> None:
    answered(decoder.read_bytes(data))


def _frames(_world: World, data: bytes) -> None:
    """A picture of the clipboard, or a frame: any size, any bytes."""
    if len(data) < 3:
        return
    width, height, more = data[0] + 1, data[1] + 1, data[2] % 8
    stride = width + more
    body = data[3:].ljust(stride * height, b"\x7f")[: stride * height]
    answered(decoder.read_luminance(width, height, stride, body, patient=bool(data[2] & 8)))


@cache
def _card(kind: str) -> bytes:
    import qrcode
    from PIL import Image

    made = io.BytesIO()
    picture: Image.Image = qrcode.make(codes.make(), box_size=3, border=2).get_image().convert("L")
    picture.save(made, kind)
    return made.getvalue()


def _picture_seeds(_world: World) -> tuple[bytes, ...]:
    return tuple(_card(kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM"))


def _frame_seeds(_world: World) -> tuple[bytes, ...]:
    from PIL import Image

    with Image.open(io.BytesIO(_card("PNG"))) as picture:
        return (bytes((picture.width - 1, picture.height - 1, 8)) + picture.convert("L").tobytes(),)


# --- files that are imported -----------------------------------------------------------------------------------


def _members(world: World, data: bytes) -> None:
    path = world.file("members.csv", data)
    before = world.written()
    with faults_have_sentences():
        answered(world.house.desk.imports.preview(path))
    assert world.written() == before


def _workbook(world: World, data: bytes) -> None:
    """The bytes as one of the files inside a workbook that is whole otherwise."""
    files = unzipped(_book())
    names = sorted(files)
    files[names[data[0] % len(names)] if data else names[0]] = data[1:]
    _members(world, zipped(files))


@cache
def _book() -> bytes:
    from openpyxl import Workbook

    book, made = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(("Prénom", "Nom", "Formule"))
    sheet.append(("Inès", "Alvar", "Régulier"))
    book.save(made)
    return made.getvalue()


def _book_seeds(_world: World) -> tuple[bytes, ...]:
    files = unzipped(_book())
    return tuple(bytes((place,)) + files[name] for place, name in enumerate(sorted(files)))


def _member_seeds(_world: World) -> tuple[bytes, ...]:
    rows = "N° de membre;Prénom;Nom;E-mail;Formule;Début;Carte\r\n7;Inès;Alvar;a@b.example;Régulier;2026-01-02;\r\n"
    return rows.encode(), rows.encode("cp1252"), rows.encode("utf-16"), rows.replace(";", "\t").encode(), _book()


def _calendar(world: World, data: bytes) -> None:
    path = world.file("rooms.ics", data)
    before = world.written()
    with faults_have_sentences():
        answered(world.house.desk.calendars.preview(path))
    assert world.written() == before


def _calendar_seeds(_world: World) -> tuple[bytes, ...]:
    head, tail = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", "END:VCALENDAR\r\n"
    event = (
        "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Paris:20261201T100000\r\nDURATION:PT1H\r\nLOCATION:Calumet\r\n"
        "SUMMARY:Atelier\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=Europe/Paris:20261208T100000\r\nEND:VEVENT\r\n"
    )
    moved = event.replace("RRULE:FREQ=WEEKLY;COUNT=3", "RECURRENCE-ID;TZID=Europe/Paris:20261215T100000")
    day = "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203\r\nEND:VEVENT\r\n"
    return tuple((head + body + tail).encode() for body in (event, event + moved, day, ""))


def _plan(world: World, data: bytes) -> None:
    path = world.file("plan.svg", data)
    before = world.written()
    answered(world.house.desk.plan_editing.bring(_shipped(), "rdc", path))
    assert world.written() == before


@cache
def _shipped() -> floorplan.FloorPlan:
    return floorplan.load(resource("plan", "casaco.svg"))


def _plan_seeds(_world: World) -> tuple[bytes, ...]:
    small = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" data-scale="1">'
        b'<g data-floor="rdc" data-name="RDC"><rect id="a" class="space" data-name="A" data-kind="room" x="1" y="1"'
        b' width="9" height="9"/><path d="M0 0 L9 9 C1 2 3 4 5 6 A1 1 0 0 1 9 9 Z" transform="rotate(9)"/></g></svg>'
    )
    return small, resource("plan", "casaco.svg").read_bytes()


# --- archives --------------------------------------------------------------------------------------------------


def _archive(_world: World, data: bytes) -> None:
    with faults_have_sentences():
        report = check(data, "archive.zip")
        assert all(finding.sentence for finding in report.findings)


def _repacked(world: World, data: bytes) -> None:
    """The bytes as one of the files inside an archive packed as ours are."""
    from desk.archives.container import pack

    files = unzipped(world.archive)
    names = sorted(files)
    name = names[data[0] % len(names)] if data else names[0]
    if files[name] != data[1:]:
        files[name] = data[1:]
        with faults_have_sentences():
            assert not check(pack(files), "archive.zip").ok, name


def _archive_seeds(world: World) -> tuple[bytes, ...]:
    return world.archive, zipped({"../manifest.json": b"{}"}), zipped({"manifest.json": b"{}"}, 0)


def _repacked_seeds(world: World) -> tuple[bytes, ...]:
    files = unzipped(world.archive)
    return tuple(bytes((place,)) + files[name] for place, name in enumerate(sorted(files)))


# --- the command line ------------------------------------------------------------------------------------------

_NOT_HERE = frozenset({"run", "tour", "demo", "printer", "backup"})
"""Commands that open windows, make a world, name a device, or fill a disk: nothing of them is read from a stranger."""
_CODES = {OK, USAGE, REFUSED, NOT_VERIFIED, FAULT}


def _never(_arguments: Namespace) -> int:
    raise AssertionError("no window")


def run(world: World, arguments: list[str]) -> int:
    """The exit code of a command typed in a folder of its own; 1 would be a bug."""
    with chdir(world.files), silent() as (_, told), typed(b""):
        try:
            given = cli.parser(cli.WindowCommands(_never, _never, _never)).parse_args(arguments)
        except SystemExit as usage:
            code = usage.code
            assert code in (OK, USAGE), code
            return int(code or 0)
        code = cli.execute(given)
    assert code != BUG, told.getvalue()
    assert code in _CODES, code
    assert "Traceback" not in told.getvalue()
    assert code not in (REFUSED, FAULT) or told.getvalue().strip(), code
    return code


def _arguments(world: World, data: bytes) -> None:
    # A path may lead anywhere: those of strangers stay in the folder.
    words = [os.fsdecode(word.replace(b"/", b"_").replace(b"..", b"__")) for word in data.split(b"\0")[:8]]
    if not words or words[0] in _NOT_HERE or any(word.startswith("--d") for word in words):
        return
    if not any(word[:1] != "-" for word in words[:1]):
        return
    run(world, [words[0], "--data", str(world.house.folder), *words[1:]])


def _piped(world: World, data: bytes) -> None:
    """What `scan -` reads from a pipe, on a desk that is open already."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors="replace")
    with silent() as (said, _):
        assert commands.scan_lines(world.house.desk, lines) == OK
    assert all(json.loads(line)["verdict"] == "refused" for line in said.getvalue().splitlines())


def _argument_seeds(_world: World) -> tuple[bytes, ...]:
    typed_words = (
        "scan CC1", "scan x.png", "presence --json", "members", "spaces --json", "cooperators", "closings", "printers",
        "queue --all", "bookings --day 2026-11-24 --space calumet", "verify --json", "verify a.zip", "restore x",
        "quote calumet 14:00 18:00 --category member", "card 1 --png a.png", "cards --pdf a.pdf --numbers 1,2",
        "calibration --pdf c.pdf", "rules --trial-days 1 --json", "export ics --out a.ics", "accounts --as Ana",
        "export fec --year 2026 --out fec", "archive --year 2025", "retention", "accounts cash 5301",
    )  # fmt: skip
    return tuple(line.replace(" ", "\0").encode() for line in typed_words)


def _piped_seeds(_world: World) -> tuple[bytes, ...]:
    good = codes.make()
    return (f"{good}\tn1\n{good}\tn1\n".encode(), b"\n\n\xff\xfe\n", good.encode() * 30, b"\0\t\0\n")


def _guarded(attack: Callable[[World, bytes], None]) -> Callable[[World, bytes], None]:
    def guarded(world: World, data: bytes) -> None:
        with bounded():
            attack(world, data)

    return guarded


_XML = ("desk", "svgelements")
TARGETS: Mapping[str, Target] = {
    "codes": Target(_guarded(_codes), _code_seeds, 600),
    "scan": Target(_guarded(_scan), _code_seeds, 600),
    "pictures": Target(_guarded(_pictures), _picture_seeds, 8192, ("desk", "PIL")),
    "frames": Target(_guarded(_frames), _frame_seeds, 65_539),
    "members": Target(_guarded(_members), _member_seeds, 8192),
    "workbook": Target(_guarded(_workbook), _book_seeds, 8192, ("desk", "openpyxl")),
    "calendar": Target(_guarded(_calendar), _calendar_seeds, 4096, ("desk", "icalendar", "dateutil")),
    "plan": Target(_guarded(_plan), _plan_seeds, 65_536, _XML),
    "archive": Target(_guarded(_archive), _archive_seeds, 65_536, ("desk", "zipfile")),
    "repacked": Target(_guarded(_repacked), _repacked_seeds, 16_384),
    "arguments": Target(_guarded(_arguments), _argument_seeds, 300),
    "piped": Target(_guarded(_piped), _piped_seeds, 1024),
}
