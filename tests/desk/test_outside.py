"""Another process's commit is noticed, and nothing else is."""

from __future__ import annotations

from contextlib import closing

from tests.support.house import SmallHouse, plain


def test_a_commit_from_outside_is_noticed_once(house: SmallHouse) -> None:
    with closing(house.desk.outside()) as watch:
        assert not watch.changed()
        with closing(plain(house.folder)) as other:
            other.execute("UPDATE alembic_version SET version_num = version_num")
        assert watch.changed()
        assert not watch.changed()
        house.desk.presence.now()
        assert not watch.changed()


def test_watching_holds_no_lock(house: SmallHouse) -> None:
    with closing(house.desk.outside()) as watch:
        watch.changed()
        assert house.scan(house.member()).visit_id
