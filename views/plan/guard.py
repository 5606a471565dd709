"""Qt's event handlers may not raise: under Python 3.11 an exception leaving one can end the process."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])


def guarded(fallback: Any = None) -> Callable[[Method], Method]:
    """Report what an overridden handler raises to `sys.excepthook`, which shows it, and give `fallback`."""

    def wrap(method: Method) -> Method:
        @functools.wraps(method)
        def safe(*args: Any, **kwargs: Any) -> Any:
            try:
                return method(*args, **kwargs)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return fallback

        return safe  # type: ignore[return-value]

    return wrap
