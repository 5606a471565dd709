"""Between SQLite and the disk: a VFS of its own that hears every write and every sync, and can make them fail.

It is registered, by `ctypes`, in the very library that Python's `sqlite3` uses, and stands in front of the ordinary
one: the desk opens its database as ever. A file's table of methods is copied and four entries of it replaced; all
others stay SQLite's own code.
"""

from __future__ import annotations

import _sqlite3
import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

OK = 0
FULL = 13
WRITE_FAILED = 10 | (3 << 8)
SYNC_FAILED = 10 | (4 << 8)

_pointer = ctypes.c_void_p
_whole = ctypes.c_int
_Close = ctypes.CFUNCTYPE(_whole, _pointer)
_Write = ctypes.CFUNCTYPE(_whole, _pointer, _pointer, _whole, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(_whole, _pointer, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(_whole, _pointer, _whole)
# Names stay the pointers that they are: SQLite keeps them, and a copy made by Python would be swept away under it.
_Open = ctypes.CFUNCTYPE(_whole, _pointer, _pointer, _pointer, _whole, _pointer)
_Delete = ctypes.CFUNCTYPE(_whole, _pointer, _pointer, _whole)


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", _whole),
        *((name, _pointer) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"other_{n}", _pointer) for n in range(13)),
    )


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", _whole), ("file_size", _whole), ("path_size", _whole), ("next", _pointer),
        ("name", ctypes.c_char_p), ("data", _pointer), ("open", _pointer), ("delete", _pointer),
        *((f"other_{n}", _pointer) for n in range(13)),
    )  # fmt: skip


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class Listener(Protocol):
    """Hears what SQLite does to files, before it is done; an answer other than OK is what SQLite gets instead."""

    def opened(self, path: Path) -> None: ...
    def write(self, path: Path, offset: int, data: bytes) -> int: ...
    def truncate(self, path: Path, size: int) -> int: ...
    def sync(self, path: Path) -> int: ...
    def delete(self, path: Path, *, is_settled: bool) -> None: ...


class _Between:
    """The VFS while it is registered; it must outlive every connection that was opened through it."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._library = ctypes.CDLL(_sqlite3.__file__)
        find = self._library.sqlite3_vfs_find
        find.restype = ctypes.POINTER(_Vfs)
        self._below = find(None)
        self._vfs = _Vfs()
        ctypes.memmove(ctypes.byref(self._vfs), self._below, ctypes.sizeof(_Vfs))
        self._open_below = _Open(self._vfs.open)
        self._delete_below = _Delete(self._vfs.delete)
        self._tables: dict[int, _Methods] = {}
        self._paths: dict[int, Path] = {}
        # Kept: what only the library points at would be swept away under it.
        self._callbacks: list[object] = [_Open(self._open), _Delete(self._delete)]
        self._vfs.open, self._vfs.delete = (ctypes.cast(c, _pointer).value for c in self._callbacks)  # type: ignore[arg-type]
        self._vfs.name = b"heard"

    def register(self) -> None:
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)

    def unregister(self) -> None:
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
        self._library.sqlite3_vfs_register(self._below, 1)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        answer = self._open_below(vfs, name, file, flags, out)
        opened = ctypes.cast(file, ctypes.POINTER(_File)).contents
        if answer == OK and name is not None and opened.methods:
            path = Path(ctypes.string_at(name).decode())
            self._paths[file] = path
            self._listener.opened(path)
            original = ctypes.addressof(opened.methods.contents)
            if original not in self._tables:
                self._tables[original] = self._heard(opened.methods.contents)
            opened.methods = ctypes.pointer(self._tables[original])
        return int(answer)

    def _delete(self, vfs: int, name: int, settle: int) -> int:
        answer = int(self._delete_below(vfs, name, settle))
        if answer == OK:
            self._listener.delete(Path(ctypes.string_at(name).decode()), is_settled=bool(settle))
        return answer

    def _heard(self, original: _Methods) -> _Methods:
        table = _Methods()
        ctypes.memmove(ctypes.byref(table), ctypes.byref(original), ctypes.sizeof(_Methods))
        close, write = _Close(original.close), _Write(original.write)
        truncate, sync = _Truncate(original.truncate), _Sync(original.sync)

        def closed(file: int) -> int:
            self._paths.pop(file, None)
            return int(close(file))

        def written(file: int, data: int, size: int, offset: int) -> int:
            answer = self._listener.write(self._paths[file], offset, ctypes.string_at(data, size))
            return answer or int(write(file, data, size, offset))

        def truncated(file: int, size: int) -> int:
            return self._listener.truncate(self._paths[file], size) or int(truncate(file, size))

        def synced(file: int, flags: int) -> int:
            return self._listener.sync(self._paths[file]) or int(sync(file, flags))

        heard = {"close": _Close(closed), "write": _Write(written), "truncate": _Truncate(truncated)}
        for name, callback in {**heard, "sync": _Sync(synced)}.items():
            self._callbacks.append(callback)
            setattr(table, name, ctypes.cast(callback, _pointer).value)
        self._callbacks += [close, write, truncate, sync]
        return table


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Every connection opened in the block is heard by `listener`, and must be closed in it."""
    between = _Between(listener)
    between.register()
    try:
        yield
    finally:
        between.unregister()


class Failing:
    """A disk whose writes or syncs fail while `fails` says so: it is asked with "write" or "sync" and the file."""

    def __init__(self) -> None:
        self.fails: Callable[[str, Path], int] = lambda _what, _path: OK

    def opened(self, path: Path) -> None:
        """Opening always works."""

    def write(self, path: Path, offset: int, data: bytes) -> int:
        """Whether this write fails."""
        return self.fails("write", path)

    def truncate(self, path: Path, size: int) -> int:
        """Cutting a file short fails as a write does."""
        return self.fails("write", path)

    def sync(self, path: Path) -> int:
        """Whether this sync fails."""
        return self.fails("sync", path)

    def delete(self, path: Path, *, is_settled: bool) -> None:
        """Removing always works."""
