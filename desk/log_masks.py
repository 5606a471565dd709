"""What may stand in a line of the technical log: ids, kinds and numbers, never people nor secrets.

A list of what is let through, and not of what is kept out: a field that nobody thought of is dropped, a text that is
not plainly an id or a kind is masked, and of an exception only its kind, its number and its way through the code stay,
since its words may quote what a person typed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from desk.errors import EnvironmentFault

MASK = "***"
_KIND = re.compile(r"[a-z0-9_.-]{1,60}")
_WORDED = re.compile(r".*", re.DOTALL)
_SHAPES = {
    # every line
    "timestamp": re.compile(r"[0-9T:.+Z-]{10,40}"), "level": _KIND, "logger": re.compile(r"[\w.]{1,80}", re.ASCII),
    "event": _WORDED,
    # what a module may say beside its sentence; `place` is the bare name of one of the desk's own files
    "kind": _KIND, "what": _KIND, "code": _KIND, "stream": _KIND, "topics": _KIND, "sequence": _KIND, "count": _KIND,
    "job": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "place": re.compile(r"[\w.-]{1,60}\.(log|json|db|py|qm|new|lock|at-work)", re.ASCII),
    # a library, and Qt
    "line": _KIND, "function": re.compile(r"[\w<>]{1,80}", re.ASCII), "category": _KIND, "text": _WORDED,
    # exceptions
    "error": _KIND, "failure": _KIND,
}  # fmt: skip
"""The fields that are let through, and what each looks like; whole numbers, yes and no always may."""
FACTS = frozenset(_SHAPES)
_LONGEST = 300
_SECRET = re.compile(
    r"CC[0-9][0-9A-Za-z]{6,}"  # the code of a card or a pass
    r"|\S+@\S+"  # an address
    r"|(?<![\w.:-])[0-9]{4,8}(?![\w.:-])"  # a PIN
    r"|[0-9A-Fa-f]{40,}"  # a key, a digest
)
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'|`[^`]*`|«[^»]*»|“[^”]*”")
_PATH = re.compile(r"(?:file:|[A-Za-z]:)?(?:[\\/][^\s\\/:,;]+){2,}")
_MOST_FRAMES = 24
_MOST_CAUSES = 4
_ROOT = Path(__file__).resolve().parent.parent


def masked(line: Mapping[str, object]) -> dict[str, object]:
    """The fields of a line as they may be written."""
    return {name: _field(name, value) for name, value in line.items() if name in FACTS}


def _field(name: str, value: object) -> object:
    if isinstance(value, BaseException):
        return failure(value) if name == "failure" else kind_of(value)
    if name in ("failure", "error"):
        return _told(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return sorted(_plain(name, str(item)) for item in value)[:20]
    return _plain(name, value)


def _plain(name: str, value: object) -> str:
    """`value` when it is plainly an id, a kind, an instant or the name of one of our files."""
    if not isinstance(value, str):
        return MASK
    if _SHAPES[name] is _WORDED:
        return words(value)
    return str(value) if _SHAPES[name].fullmatch(value) and not _SECRET.search(value) else MASK


def words(text: str) -> str:
    """A sentence without what is quoted in it, paths, addresses, codes and numbers; ASCII, bounded."""
    for pattern in (_QUOTED, _SECRET, _PATH):
        text = pattern.sub(MASK, text)
    return "".join(c if c.isascii() and c.isprintable() else "?" for c in text[:_LONGEST])


# --- exceptions ----------------------------------------------------------------------------------------------------


def kind_of(error: BaseException) -> dict[str, object]:
    """What sort of error: its class and its numbers."""
    told: dict[str, object] = {"type": f"{type(error).__module__}.{type(error).__qualname__}"}
    if isinstance(error, EnvironmentFault):
        told["code"] = _plain("code", error.code)
    elif isinstance(error, OSError):
        told["errno"] = error.errno
    elif isinstance(error, sqlite3.Error):
        told["sqlite"] = str(getattr(error, "sqlite_errorname", "")).lower()
    return told


def failure(error: BaseException) -> dict[str, object]:
    """An exception with its trace, and those behind it; no word of it and no value of a variable."""
    causes: list[dict[str, object]] = []
    behind: BaseException | None = error
    while behind is not None and len(causes) < _MOST_CAUSES:
        causes.append({**kind_of(behind), "frames": list(_frames(behind.__traceback__))})
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return {**causes[0], "causes": causes[1:]} if causes[1:] else causes[0]


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """Where it went by, the outermost first; of a deep one the innermost."""
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{short_path(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    yield from found[-_MOST_FRAMES:]


def short_path(name: str) -> str:
    """A file of code, from the desk's root; of a library, its last folder and name: no home of a person."""
    path = Path(name)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


# --- a line that comes back from the disk --------------------------------------------------------------------------

_TYPE = re.compile(r"[A-Za-z_][\w.<>]{0,120}", re.ASCII)
_FRAME = re.compile(r"[\w.\-/<>]{1,160}:\d{1,6} [\w<>]{1,80}", re.ASCII)


def _told(value: object, depth: int = _MOST_CAUSES) -> object:
    """An exception as a line already tells it; what does not look like one is masked."""
    if not isinstance(value, Mapping) or depth < 0:
        return None if value is None else MASK
    told: dict[str, object] = {}
    if _TYPE.fullmatch(str(value.get("type", ""))):
        told["type"] = value["type"]
    told |= {
        name: value[name] if isinstance(value[name], int) else _plain("code", value[name].lower())
        for name in ("code", "errno", "sqlite")
        if isinstance(value.get(name), int | str)
    }
    if isinstance(frames := value.get("frames"), list):
        told["frames"] = [frame for frame in frames if isinstance(frame, str) and _FRAME.fullmatch(frame)]
    if isinstance(causes := value.get("causes"), list):
        told["causes"] = [_told(cause, depth - 1) for cause in causes]
    return told
