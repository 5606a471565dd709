"""The diagnosis as a person of the team asks for it: in their name, and recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import Refused
from desk.language import translate
from desk.progress import nothing
from desk.work import Work
from models.journal import Stream

if TYPE_CHECKING:
    from desk.diagnostics.bundle import Saved


class Diagnostics:
    """The diagnoses of one desk. Saving may run in a worker."""

    def __init__(self, work: Work, folder: Path) -> None:
        self._work = work
        self._folder = folder

    def suggested_name(self) -> str:
        """A name for the file, of this minute."""
        from desk.diagnostics.bundle import suggested_name

        with self._work.read() as session:
            zone = self._work.site(session).timezone
        return suggested_name(self._work.clock.now().astimezone(zone))

    def save(
        self,
        path: Path,
        screen: Mapping[str, object],
        *,
        replaces: bool = False,
        breathe: Callable[[], object] = nothing,
    ) -> Saved | Refused:
        """Write the diagnosis at `path`, with what is known of the `screen`; whoever holds the desk may.

        Raises `EnvironmentFault` when it cannot be written there.
        """
        from desk.diagnostics.bundle import save

        if not self._work.operator.id:
            sentence = translate("Diagnostics", "Personne ne tient l’accueil\u00a0: ouvrez une permanence d’abord.")
            return Refused("nobody", sentence)
        made = save(self._folder, path, self._work.clock.now(), screen=screen, replaces=replaces, breathe=breathe)
        if not isinstance(made, Refused):
            with self._work.write() as unit:
                body = {"schema": 1, "bytes": made.size, "lines": made.lines, "by": unit.operator.name}
                unit.record(Stream.TECHNICAL, "diagnostic.saved", body)
        return made
