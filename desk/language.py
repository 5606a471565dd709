"""The words of the desk: French in the source, other languages through Qt's catalogues.

`desk` may run with no Qt loaded (a turnstile calling `casaco-desk scan`), so the translator is a port.
French needs nothing; for another language `install` receives a function, normally Qt's own
`QCoreApplication.translate`, which reads `resources/i18n/*.ts` compiled by `make setup`.
"""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, str], str]

_translator: Translator | None = None
_code = "fr"


def install(code: str, translator: Translator | None) -> None:
    """Set the language for all sentences made from now on; `code` is "fr" or "en"."""
    global _translator, _code
    _code, _translator = code, translator


def current() -> str:
    """The language code in use: "fr" or "en"."""
    return _code


def translate(context: str, text: str) -> str:
    """The sentence `text` (French source) in the language in use.

    `lupdate` finds these calls by the name of the function, so both arguments are literals.
    """
    return text if _translator is None else _translator(context, text)
