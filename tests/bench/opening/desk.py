"""The desk as `casaco-desk run --data DIR` starts it."""

from __future__ import annotations

import sys

from tests.bench.opening import watch

watch.install()

from desk.__main__ import main  # noqa: E402

sys.exit(main(["run", "--data", sys.argv[1]]))
