"""Another language than French: Qt's own catalogue, compiled by `make setup` from `resources/i18n`.

Only QtCore is loaded, and only when the language asks for it, so that a turnstile in French stays quick.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from desk import language, paths
from desk.logs import log_of

_log = log_of(__name__)
_kept: list[QTranslator] = []


def install_language(code: str) -> None:
    """Speak `code` from now on. A catalogue that is missing leaves French, and says so in the log."""
    if code == "fr":
        language.install("fr", None)
        return
    translator = QTranslator()
    path = paths.resource("i18n", f"casaco-desk_{code}.qm")
    if not translator.load(str(path)):
        _log.warning("no catalogue: French stays", place=path.name)
        return
    _kept[:] = [translator]

    def translate(context: str, text: str) -> str:
        return translator.translate(context, text) or text

    language.install(code, translate)
