"""Another process's commit is noticed, and nothing else is."""

from __future__ import annotations

from contextlib import closing

from tests.support.house import SmallHouse, plain


def test_a_commit_from_outside_is_noticed_once(house: SmallHouse) -> None:
    watch = house.desk.outside()
    assert not watch.changed()
    with closing(plain(house.folder)) as other:
        other.execute("UPDATE alembic_version SET version_num = version_num")
    assert watch.changed()
    assert not watch.changed()
    house.desk.presence.now()
    assert not watch.changed()


def test_what_the_desk_commits_itself_is_not_taken_for_another_s(house: SmallHouse) -> None:
    """The window has shown it already: all of it read and drawn again half a second later helps nobody."""
    watch, card = house.desk.outside(), house.member()
    watch.changed()
    for _ in range(3):
        house.later(minutes=1).scan(card)
        house.sell_pass()
        assert not watch.changed()


def test_between_two_acts_of_the_desk_another_s_is_noticed(house: SmallHouse) -> None:
    watch, card = house.desk.outside(), house.member()
    watch.changed()
    house.later(minutes=1).scan(card)
    with closing(plain(house.folder)) as other:
        other.execute("UPDATE alembic_version SET version_num = version_num")
    house.later(minutes=1).scan(card)
    assert watch.changed()


def test_watching_holds_no_lock(house: SmallHouse) -> None:
    house.desk.outside().changed()
    assert house.scan(house.member()).visit_id
