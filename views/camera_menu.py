"""The camera in the operator's menu: on or off, and which webcam. Filled when it opens, since webcams come and go."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desk.language import translate
from views.camera import Camera


class CameraMenu(QMenu):
    """A submenu for `camera`."""

    def __init__(self, camera: Camera, parent: QMenu) -> None:
        super().__init__(translate("CameraMenu", "Caméra"), parent)
        self._camera = camera
        self._on = QAction(translate("CameraMenu", "Lire les cartes avec la caméra (F11)"), self)
        self._on.setCheckable(True)
        self._on.triggered.connect(self._switched)
        self._webcams = QActionGroup(self)
        self._webcams.triggered.connect(self._chosen)
        self.aboutToShow.connect(self.fill)
        self.addAction(self._on)
        self.addSeparator()

    def fill(self) -> None:
        """Show the webcams of the moment."""
        for action in self._webcams.actions():
            self._webcams.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        self._on.setChecked(self._camera.is_wanted)
        listed = self._camera.listed()
        for identifier, name in listed:
            action = self._webcams.addAction(name)
            action.setCheckable(True)
            action.setData(identifier)
            action.setChecked(identifier == self._camera.shown)
            self.addAction(action)
        if not listed:
            none = self._webcams.addAction(translate("CameraMenu", "Aucune caméra branchée"))
            none.setEnabled(False)
            self.addAction(none)

    def _switched(self) -> None:
        self._camera.turn(self._on.isChecked())

    def _chosen(self, action: QAction) -> None:
        self._camera.choose(str(action.data()))
