"""What the desk does: use cases, one module a counter activity, and the ports to the world."""

__version__ = "0.1.0"
