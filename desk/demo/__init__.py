"""The demo world: an invented house with the published totals, made through the same use cases as the counter."""

from desk.demo.cases import Case, DemoCase, all_cases, find_case
from desk.demo.facts import facts
from desk.demo.world import WorldMade, make_world

__all__ = ["Case", "DemoCase", "WorldMade", "all_cases", "demo_pin", "find_case", "make_world"]


def demo_pin() -> str:
    """The PIN of every facilitator of the demo world, shown on its sign-in screen."""
    return facts().pin
