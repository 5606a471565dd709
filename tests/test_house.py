"""The walls of the house (DESIGN.md): who imports whom, what stands where, and what no file may hold."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = ("desk", "models", "views")
LONGEST_FILE = 400

TOP_LEVEL = {
    *CODE, "resources", "tests", "pyproject.toml", "build.spec", "Makefile", "LICENSE",
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", ".ci", ".gitignore",
    "requirements.in", "requirements.txt", "requirements-dev.in", "requirements-dev.txt",
}  # fmt: skip

# What each room may import besides itself and the standard library.
MODELS_MAY_IMPORT = {"models", "sqlalchemy"}
MIGRATIONS_MAY_IMPORT = MODELS_MAY_IMPORT | {"alembic"}
VIEWS_NEVER_IMPORT = {"models", "sqlalchemy", "alembic", "sqlite3", "PySide6.QtSql"}
DESK_NEVER_IMPORTS = {"PySide6.QtWidgets", "PySide6.QtSvgWidgets", "PySide6.QtMultimediaWidgets"}

# Spelt in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.$}/-])/(?:" + "|".join(("work", "home", "root", "Users")) + r")/\w")
HOSTS = re.compile("|".join((r"pypi\." + "org", "python" + "hosted", r"registry\.npm" + "js", r"deb\." + "debian")))
UNFINISHED = re.compile("|".join(rf"\b{word}\b" for word in ("TO" + "DO", "FIX" + "ME", "X" * 3)))


def _tracked() -> list[Path]:
    """The files of the repository, those a commit would add included."""
    # The clone may belong to another user than the one who tests it.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file()]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _python(*rooms: str) -> list[Path]:
    return [p for p in _tracked() if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in rooms]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=_name(path))


@functools.cache
def _imports(path: Path) -> tuple[tuple[int, str], ...]:
    """Each imported name, in full, with its line, wherever the import stands in the file."""
    return tuple(_imports_in(_tree(path)))


def _imports_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _forbidden(room: str, modules: set[str], *, except_in: str = "") -> list[str]:
    """Where a file of `room` imports one of `modules` or something inside it."""
    return [
        f"{_name(path)}:{line} imports {name}"
        for path in _python(room)
        if _name(path) != except_in
        for line, name in _imports(path)
        if any(name == module or name.startswith(f"{module}.") for module in modules)
    ]


def _texts() -> Iterator[tuple[Path, str]]:
    for path in _tracked():
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            yield path, content.decode("utf-8")


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{_name(path)}:{number}: {line.strip()[:100]}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_import_contracts_hold() -> None:
    """The contracts of pyproject.toml, as `lint-imports` checks them."""
    # In a process of its own: import-linter silences the loggers of the one it runs in.
    linter = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_models_know_only_the_standard_library_and_sqlalchemy() -> None:
    wrong = []
    for path in _python("models"):
        allowed = MIGRATIONS_MAY_IMPORT if "migrations" in path.parts else MODELS_MAY_IMPORT
        for line, module in _imports(path):
            top = module.partition(".")[0]
            if top not in allowed and top not in sys.stdlib_module_names:
                wrong.append(f"{_name(path)}:{line} imports {module}")
    assert wrong == []


def test_views_never_touch_the_database() -> None:
    assert _forbidden("views", VIEWS_NEVER_IMPORT) == []


def test_the_desk_never_draws() -> None:
    assert _forbidden("desk", DESK_NEVER_IMPORTS) == []


def test_only_the_doorway_names_the_views() -> None:
    assert _forbidden("desk", {"views"}, except_in="desk/__main__.py") == []


def test_the_top_level_holds_what_the_design_says() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in _tracked()} <= TOP_LEVEL


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        _name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _python(*CODE, "tests")
        if "migrations" not in path.parts
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, HOSTS, UNFINISHED], ids=["paths", "hosts", "unfinished"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    """Neither a path of one machine, nor a package host, nor a note that something is still to be done."""
    assert _found(pattern) == []


def test_words_to_translate_are_literal() -> None:
    """`lupdate` reads the source: a computed context or text would never reach a translator."""
    wrong = []
    for path in _python(*CODE):
        for node in ast.walk(_tree(path)):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate"):
                continue
            literal = all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in node.args)
            if not literal or len(node.args) != 2 or node.keywords:
                wrong.append(f"{_name(path)}:{node.lineno}")
    assert wrong == []


def test_style_sheets_are_set_in_one_place() -> None:
    """A style sheet set on a widget costs a restyle of its whole subtree and escapes the themes."""
    wrong = [
        f"{_name(path)}:{node.lineno}"
        for path in _python("views", "desk")
        if _name(path) != "views/theme.py"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]
    assert wrong == []


def test_no_exception_is_swallowed() -> None:
    """`except ...: pass` hides a fault from the person who could have acted on it."""
    wrong = [
        f"{_name(path)}:{node.lineno}"
        for path in _python(*CODE, "tests")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler) and all(isinstance(part, ast.Pass) for part in node.body)
    ]
    assert wrong == []


def test_tests_neither_sleep_nor_skip() -> None:
    """A test waits for a condition, and runs everywhere."""
    banned = {("time", "sleep"), ("qtbot", "wait"), ("QTest", "qWait"), ("QThread", "msleep"), ("pytest", "skip")}
    marks = {"skip", "skipif", "xfail"}
    wrong = []
    for path in _python("tests"):
        for node in ast.walk(_tree(path)):
            if not isinstance(node, ast.Attribute):
                continue
            owner = node.value
            name = getattr(owner, "id", getattr(owner, "attr", ""))
            if (name, node.attr) in banned or (name == "mark" and node.attr in marks):
                wrong.append(f"{_name(path)}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_dependencies_are_locked_with_hashes(name: str) -> None:
    """Every wish is pinned, every pin is in the lock, every line of the lock has a hash."""
    # A wish may be for some systems only: what stands behind the semicolon.
    wishes = [re.split("[#;]", line)[0].strip() for line in (ROOT / f"{name}.in").read_text("utf-8").splitlines()]
    pinned = {_normal(wish) for wish in wishes if wish and not wish.startswith("-")}
    lock = (ROOT / f"{name}.txt").read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE))
    locked = {_normal(re.split(r"[\s;]", entry)[0]) for entry in entries}
    assert pinned
    assert pinned <= locked
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in lock


def _normal(requirement: str) -> str:
    name, separator, version = requirement.partition("==")
    assert separator, f"{requirement} is not pinned"
    return re.sub(r"[-_.]+", "-", name).lower() + "==" + version


def test_void_qt_calls_keep_their_hands_off_none() -> None:
    """PySide6 6.12.0 dropped a reference to None at each void call on Python 3.10 and 3.11, then aborted."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 1_000
