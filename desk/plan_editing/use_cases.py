"""The plan of the days to come: a draft that is kept, checked, published from a day on; managers only, at every act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import delete, select

from desk import floorplan_file, workbooks
from desk.clock import local_day
from desk.errors import Refused
from desk.floorplan import FloorPlan, read_plan
from desk.floorplan_file import MAX_BYTES, BadPlanError
from desk.language import translate
from desk.plan_editing import reading
from desk.plan_editing.names import whole_names
from desk.plan_editing.publication import Published, latest, publish
from desk.plan_editing.reading import Brought
from desk.plan_editing.svg import svg_text
from desk.plan_editing.versions import SHIPPED, Plans
from desk.plan_editing.withdrawal import planned, withdraw
from desk.rights import Act, needs
from desk.simulation import mark_of
from desk.work import Unit, Work
from models.plans import PlanDraft
from models.spaces import Space


@dataclass(frozen=True)
class Draft:
    """The plan that is being worked on.

    `based_on` is the number of the published plan that it began from, `revision` grows with each save (0: never
    saved), `saved_at` is aware, in the site's zone. `is_outdated` when another plan was published since. `published` is
    the last published plan, `earliest` the first day from which this one may be. `used` are the identifiers that
    spaces have or ever had, `names` the names of the wholes. `number` is that of the last published plan, `planned` its
    first day while that has not come: it may be withdrawn until then.
    """

    plan: FloorPlan
    based_on: int
    revision: int
    saved_at: datetime | None
    is_outdated: bool
    published: FloorPlan
    today: date
    earliest: date
    used: frozenset[str]
    names: frozenset[str]
    number: int = SHIPPED
    planned: date | None = None


class PlanEditing:
    """Opening the draft, keeping it, publishing it; bringing a file into it, taking it away as one."""

    def __init__(self, work: Work, plans: Plans) -> None:
        self._work = work
        self._plans = plans

    @needs(Act.PLAN)
    def open(self) -> Draft | Refused:
        """The draft as it was kept, else the last published plan to begin from."""
        with self._work.write() as unit:
            return self._draft(unit)

    @needs(Act.PLAN)
    def save(self, draft: Draft, plan: FloorPlan) -> Draft | Refused:
        """Keep `plan` as the draft; refused when another window kept one meanwhile."""
        with self._work.write() as unit:
            refused = _kept_elsewhere(unit, draft)
            if refused is not None:
                return refused
            content = svg_text(plan, unit.site.house_name)
            if len(content.encode()) > MAX_BYTES:
                sentence = translate(
                    "PlanEditing", "Ce plan est trop gros pour être gardé\u00a0: retirez-en des lignes."
                )
                return Refused("big", sentence)
            row = unit.session.get(PlanDraft, 1)
            if row is None:
                row = PlanDraft(id=1, revision=0)
                unit.session.add(row)
            row.content, row.based_on, row.saved_at = content, draft.based_on, unit.now
            row.revision = draft.revision + 1
            unit.session.flush()
            return self._draft(unit)

    @needs(Act.PLAN)
    def discard(self) -> Draft | Refused:
        """Give the draft up, and begin again from the last published plan."""
        with self._work.write() as unit:
            unit.session.execute(delete(PlanDraft))
            unit.session.flush()
            return self._draft(unit)

    @needs(Act.PLAN)
    def publish(self, draft: Draft, plan: FloorPlan, day: date) -> Published | Refused:
        """Make `plan` the plan of the house from a local day on; the draft is done with then."""
        with self._work.write() as unit:
            refused = _kept_elsewhere(unit, draft)
            if refused is not None:
                return refused
            return publish(unit, self._plans, plan, draft.based_on, day)

    @needs(Act.PLAN)
    def withdraw(self, draft: Draft) -> Draft | Refused:
        """Take back the plan that is planned, before its day has come; what it draws is the draft again."""
        with self._work.write() as unit:
            refused = _kept_elsewhere(unit, draft) or withdraw(unit, self._plans, draft.number)
            if refused is not None:
                unit.abandon()
                return refused
            return self._draft(unit)

    # --- files -----------------------------------------------------------------------------------------------

    @needs(Act.PLAN)
    def bring(self, plan: FloorPlan, floor: str, path: Path) -> Brought | Refused:
        """What an SVG file brings to `plan`: another plan, or lines to lie under a floor."""
        try:
            data = floorplan_file.read(path)
        except BadPlanError as doubt:
            sentence = translate("PlanReading", "Ce fichier ne peut pas servir\u00a0: {why}")
            return Refused("file", sentence.format(why=str(doubt)))
        return reading.brought(plan, floor, data)

    @needs(Act.PLAN)
    def save_svg(self, plan: FloorPlan, path: Path) -> Path | Refused:
        """Write the plan as an SVG file; raises `EnvironmentFault` when it cannot be written."""
        house, mark, _ = self._words()
        path = _named(path, ".svg")
        workbooks.write_text(path, svg_text(plan, house, mark))
        return path

    @needs(Act.PLAN)
    def save_pdf(self, plan: FloorPlan, path: Path) -> Path | Refused:
        """Write the plan as a PDF file, a floor to a page; raises `EnvironmentFault` when it cannot be written."""
        from desk.plan_editing import pdf

        house, mark, today = self._words()
        path = _named(path, ".pdf")
        workbooks.write_bytes(path, pdf.render(plan, house, today, mark))
        return path

    def _words(self) -> tuple[str, str, date]:
        with self._work.read() as session:
            site = self._work.site(session)
            return site.house_name, mark_of(site), local_day(self._work.clock.now(), site.timezone)

    def _draft(self, unit: Unit) -> Draft:
        number, since = latest(unit)
        zone = unit.site.timezone
        today = local_day(unit.now, zone)
        published = self._plans.to_edit(unit.session, number)
        row = unit.session.get(PlanDraft, 1)
        coming = planned(unit)
        return Draft(
            plan=published if row is None else read_plan(row.content.encode(), is_draft=True),
            based_on=number if row is None else row.based_on,
            revision=0 if row is None else row.revision,
            saved_at=None if row is None else row.saved_at.astimezone(zone),
            is_outdated=row is not None and row.based_on != number,
            published=published,
            today=today,
            earliest=max(today, local_day(since, zone)),
            used=frozenset(unit.session.scalars(select(Space.id))),
            names=whole_names(unit.session),
            number=number,
            planned=None if coming is None else local_day(coming.starts_at, zone),
        )


def _kept_elsewhere(unit: Unit, draft: Draft) -> Refused | None:
    row = unit.session.get(PlanDraft, 1)
    if (0 if row is None else row.revision) == draft.revision:
        return None
    sentence = translate(
        "PlanEditing", "Ce brouillon a changé dans une autre fenêtre\u00a0: rouvrez l’éditeur du plan."
    )
    return Refused("elsewhere", sentence)


def _named(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
