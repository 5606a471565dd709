"""The key of the desk: missing, damaged, another desk's, unwritable; and what it signs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.frontdesk import FrontDesk
from desk.keys import KEY_FILE, FileKeyStore, SystemKeyStore, key_id, key_store, load_signer, new_signer
from desk.keys import signature_holds as holds
from models.database import FILE_NAME
from tests.support.house import place_house


def _fault(folder: Path) -> EnvironmentFault:
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(EnvironmentFault) as caught:
        FrontDesk(folder)
    assert (folder / FILE_NAME).read_bytes() == before
    assert caught.value.what
    assert caught.value.safe
    assert "desk.key" in caught.value.todo
    return caught.value


def test_a_missing_key_is_told(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    (folder / KEY_FILE).unlink()
    assert _fault(folder).code == "key_missing"


@pytest.mark.parametrize(
    "content", [b"", b"nothing", b"\xff\xfe", b"ID:", b"ID:zz", b"ID:abcd", b"ID:" + b"ab" * 33, b"ID:" + b"ab" * 16]
)
def test_a_damaged_key_is_told(tmp_path: Path, content: bytes) -> None:
    folder = place_house(tmp_path / "house")
    owner = (folder / KEY_FILE).read_bytes().partition(b":")[0]
    (folder / KEY_FILE).write_bytes(content.replace(b"ID", owner))
    assert _fault(folder).code == "key_unreadable"


def test_another_desks_key_is_told(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    owner = (folder / KEY_FILE).read_text().partition(":")[0]
    FileKeyStore(folder).save("another-desk", b"\x01" * 32)
    assert _fault(folder).code == "key_wrong"
    FileKeyStore(folder).save(owner, b"\x01" * 32)
    assert _fault(folder).code == "key_wrong"


def test_a_key_that_is_a_folder_is_told(tmp_path: Path) -> None:
    folder = place_house(tmp_path / "house")
    (folder / KEY_FILE).unlink()
    (folder / KEY_FILE).mkdir()
    assert _fault(folder).code == "key_unreadable"


def test_a_key_that_cannot_be_kept_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).mkdir()
    (tmp_path / KEY_FILE / "something").write_text("in the way")
    with pytest.raises(EnvironmentFault) as caught:
        FileKeyStore(tmp_path).save("desk", b"\x01" * 32)
    assert caught.value.code == "key_not_kept"


def test_a_kept_key_signs_alike_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path)
    assert store.load("desk") is None
    signer = new_signer("desk", store)
    again = load_signer("desk", signer.key_id, store)
    digest = hashlib.sha256(b"something").digest()
    signature = again.sign(digest)
    assert again.public_key == signer.public_key
    assert signer.key_id == key_id(signer.public_key) == hashlib.sha256(signer.public_key).hexdigest()[:16]
    assert holds(signer.public_key, signature, digest)
    assert not holds(signer.public_key, signature, hashlib.sha256(b"other").digest())
    assert not holds(signer.public_key, b"short", digest)
    assert not holds(b"no key", signature, digest)
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_each_platform_has_its_store(tmp_path: Path) -> None:
    assert isinstance(key_store(tmp_path, "linux"), FileKeyStore)
    assert isinstance(key_store(tmp_path, "darwin"), SystemKeyStore)
    assert isinstance(key_store(tmp_path, "win32"), SystemKeyStore)
