"""The stage in the middle of the window: the plan, or one page in its place; pages with something unfinished wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.work import Operator
from views.handbook import Page
from views.plan.guard import guarded

Kind = TypeVar("Kind", bound=Page)


class Holding(Protocol):
    """Who knows whoever holds the desk."""

    @property
    def holder(self) -> Operator:
        """Whoever holds the desk."""
        ...


@dataclass(frozen=True)
class Kept:
    """A page kept aside, and who was writing in it, with the rights they had."""

    page: Page
    owner: Operator


class Stage(QStackedWidget):
    """Holds the plan; `left` when a page gave its place back. Esc on a page goes back to the plan.

    A page with something unfinished (`Page.is_begun`) is not let go but kept aside, hidden, until the one who was
    writing in it asks for it again: nobody else sees it, and no one while the desk is locked. `put_aside` carries its
    title; `settled` says that a page is gone and none waits any more.
    """

    left = Signal()
    put_aside = Signal(str)
    settled = Signal()

    def __init__(self, home: QWidget, staff: Holding) -> None:
        super().__init__()
        self._staff = staff
        self._owner = Operator()
        self._kept: list[Kept] = []
        self.addWidget(home)

    def show_page(self, page: QWidget) -> None:
        """Show `page` in place of the plan and of any other page; its `closed` signal, if any, takes it away."""
        if page is self.currentWidget():
            _go_back_into(page)
            return
        waited = next((kept for kept in self._kept if kept.page is page), None)
        if waited is not None:
            self._kept.remove(waited)
        self.show_home()
        closed = getattr(page, "closed", None)
        if closed is not None and waited is None:
            closed.connect(self.leave)
        self._owner = self._staff.holder
        self.addWidget(page)
        self.setCurrentWidget(page)
        if waited is None:
            page.setFocus()
        else:
            waited.page.come_back()
            _go_back_into(page)

    def unfinished(self, kind: type[Kind]) -> Kind | None:
        """The page of that kind in which whoever holds the desk has something unfinished: shown, or kept aside."""
        shown = self.currentWidget()
        if isinstance(shown, kind) and shown.is_begun:
            return shown
        holder = self._staff.holder
        for kept in list(self._kept):
            if isinstance(kept.page, kind) and holder.id and kept.owner.id == holder.id:
                if kept.owner.is_manager == holder.is_manager:
                    return kept.page
                self._forget(kept)  # made for other rights than theirs now
        return None

    @property
    def waiting(self) -> Kept | None:
        """A page with something unfinished in it, shown or kept aside, whoever is writing there."""
        shown = self.currentWidget()
        if isinstance(shown, Page) and shown.is_begun:
            return Kept(shown, self._owner)
        return self._kept[0] if self._kept else None

    def show_home(self) -> None:
        """Show the plan; a page that was shown is let go, or kept aside with what is unfinished in it."""
        while (page := self.widget(1)) is not None:
            begun = isinstance(page, Page) and page.is_begun
            self.removeWidget(page)
            page.hide()
            if begun and isinstance(page, Page):
                self._keep(page)
            else:
                page.deleteLater()
                if not self._kept:
                    self.settled.emit()

    def _keep(self, page: Page) -> None:
        """One page of a kind for one person: a later one takes the place of the one before."""
        for kept in [kept for kept in self._kept if type(kept.page) is type(page) and kept.owner.id == self._owner.id]:
            self._forget(kept)
        self._kept.append(Kept(page, self._owner))
        self.put_aside.emit(page.accessibleName())

    def _forget(self, kept: Kept) -> None:
        self._kept.remove(kept)
        kept.page.deleteLater()

    def leave(self) -> None:
        """Go back to the plan, and say so."""
        self.show_home()
        self.left.emit()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the plan."""
        if event.key() == Qt.Key.Key_Escape and self.count() > 1:
            self.leave()
        else:
            super().keyPressEvent(event)


def _go_back_into(page: QWidget) -> None:
    """The keyboard goes where the person was typing."""
    (page.focusWidget() or page).setFocus()
