"""`make audit`: the locked dependencies against what is known of their faults, told as one sentence and an exit code.

The service that knows is asked over the network by `pip-audit`. Where nobody answers, that is said, and is no failure:
a build without a network still builds. A known fault is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt")
PATIENCE_S = 300


def told(answer: str) -> tuple[int, list[str]]:
    """The exit code, and what to say, for what `pip-audit` wrote (JSON; anything else when it could not ask)."""
    try:
        listed: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 0, ["NOT ASKED: the service that knows of faults could not be reached. Run it again with a network."]
    known = [one for one in listed if "skip_reason" not in one]
    faults = [
        f"FAULT: {one['name']} {one['version']}: {fault['id']}"
        + (f", mended in {', '.join(fault['fix_versions'])}" if fault.get("fix_versions") else ", not mended yet")
        for one in known
        for fault in one.get("vulns", ())
    ]
    if not known:
        return 0, [f"NOT ASKED: the service answered for none of the {len(listed)} dependencies. Run it elsewhere."]
    skipped = [one["name"] for one in listed if "skip_reason" in one]
    rest = f" The service did not know {len(skipped)}: {', '.join(skipped)}." if skipped else ""
    return (1 if faults else 0), [*faults, f"Asked about {len(known)} dependencies: {len(faults)} known faults.{rest}"]


def ask(tool: str) -> str:
    """What `pip-audit` writes about the locks; empty when it is not there, or says nothing in time."""
    locks = [word for lock in LOCKS for word in ("-r", str(ROOT / lock))]
    command = [tool, "--format", "json", "--progress-spinner", "off", "--no-deps", "--disable-pip", *locks]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def main(tool: str) -> int:
    """Ask, and tell."""
    code, lines = told(ask(tool))
    print(*lines, sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
