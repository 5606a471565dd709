"""What `make audit` makes of the answers it may get."""

from __future__ import annotations

import json
from pathlib import Path

from tests import audit

WHOLE = {"name": "a", "version": "1", "vulns": []}
UNKNOWN = {"name": "b", "skip_reason": "not found"}
FAULTY = {"name": "c", "version": "2", "vulns": [{"id": "X-1", "fix_versions": ["3"]}, {"id": "X-2"}]}


def _answer(*dependencies: object) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


def test_a_known_fault_fails_and_says_what_mends_it() -> None:
    code, lines = audit.told(_answer(WHOLE, FAULTY))
    assert code == 1
    assert lines == [
        "FAULT: c 2: X-1, mended in 3",
        "FAULT: c 2: X-2, not mended yet",
        "Asked about 2 dependencies: 2 known faults.",
    ]  # fmt: skip


def test_what_nobody_was_asked_is_never_called_sound() -> None:
    for answer in ("", "no json", "[]", _answer(UNKNOWN), _answer()):
        code, lines = audit.told(answer)
        assert (code, len(lines)) == (0, 1)
        assert lines[0].startswith("NOT ASKED")


def test_what_the_service_does_not_know_is_named() -> None:
    code, lines = audit.told(_answer(WHOLE, UNKNOWN))
    assert (code, lines) == (0, ["Asked about 1 dependencies: 0 known faults. The service did not know 1: b."])


def test_without_the_tool_nothing_is_asked(tmp_path: Path) -> None:
    assert audit.ask(str(tmp_path / "absent")) == ""
