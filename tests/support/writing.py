"""Which public methods of the use cases write, found by reading their code: what they call, and what that calls."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from types import CodeType, FunctionType, ModuleType

import desk
from desk import rights

_WRITES = {"write", "write_bytes", "write_text", "write_settings"}
_ROOTS = ("desk.",)
# Objects of use cases that the front desk never hands out, or that are the machinery below them.
APART = {
    "Work": "the unit of work itself", "Heads": "below it", "Trail": "below it", "JournalWriter": "below it",
    "MakingDesk": "makes the demonstration", "DayWork": "makes the demonstration",
    "Recovery": "works on a damaged file, when no desk is open and no PIN can be read",
}  # fmt: skip


@lru_cache
def declared() -> dict[str, rights.Act]:
    """The row of every use case, by its class and method."""
    assert list(_modules())  # all are loaded then
    return {use_case.__qualname__: act for use_case, act in rights.use_cases().items()}


def undeclared() -> list[str]:
    """The public methods that write and name no row of the table, as `module:Class.method`."""
    return sorted(
        f"{kind.__module__}:{method.__qualname__}"
        for kind in _use_case_classes()
        for name, method in vars(kind).items()
        if isinstance(method, FunctionType) and not name.startswith("_")
        if rights.act_of(method) is None and not _takes_a_unit(method) and _writes(method, kind, set())
    )


def _use_case_classes() -> Iterator[type]:
    """The classes that work in somebody's name: they keep the desk's `Work`."""
    for module in _modules():
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__ and kind.__name__ not in APART:
                made = vars(kind).get("__init__")
                if isinstance(made, FunctionType) and "_work" in made.__code__.co_names:
                    yield kind


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(desk.__path__, "desk."):
        if not found.name.startswith(("desk.demo", "desk.__main__")):
            yield importlib.import_module(found.name)


def _takes_a_unit(method: FunctionType) -> bool:
    """Part of another act: it works inside a unit that is open already."""
    return "unit" in inspect.signature(method).parameters


def _writes(function: FunctionType, kind: type | None, seen: set[CodeType]) -> bool:
    """Whether running `function` may open a unit of work, or write a file."""
    code = function.__code__
    if code in seen:
        return False
    seen.add(code)
    names = {name for one in _codes(code) for name in one.co_names}
    if names & _WRITES:
        return not _abandons(function)
    return any(_writes(called, owner, seen) for called, owner in _called(function, kind, names))


def _abandons(function: FunctionType) -> bool:
    """A method that only asks what would happen says so."""
    return "nothing is written" in (function.__doc__ or "")


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _called(function: FunctionType, kind: type | None, names: set[str]) -> Iterator[tuple[FunctionType, type | None]]:
    for name in names:
        own = inspect.getattr_static(kind, name, None) if kind is not None else None
        if isinstance(own, FunctionType):
            yield own, kind
        known = function.__globals__.get(name)
        if isinstance(known, FunctionType) and known.__module__.startswith(_ROOTS):
            yield known, None
        if isinstance(known, ModuleType) and known.__name__.startswith(_ROOTS):
            for other in names:
                inside = vars(known).get(other)
                if isinstance(inside, FunctionType) and inside.__module__.startswith(_ROOTS):
                    yield inside, None
