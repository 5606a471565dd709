"""The tour: a day at the desk played in the real window, with a picture of each moment and the documents it printed."""

from views.tour.day import play

__all__ = ["play"]
