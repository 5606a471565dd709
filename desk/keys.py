"""The key that signs the journal: only this desk can extend its chain, anyone can verify it.

The private key stays in the operating system's key store where there is one (macOS Keychain, Windows
Credential Manager), else in a file readable by its owner only (FISCAL.md §1).
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.errors import EnvironmentFault
from desk.language import translate

KEY_FILE = "desk.key"
_SERVICE = "casaco-desk"


def key_id(public_key: bytes) -> str:
    """The short name of a public key: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(public_key).hexdigest()[:16]


def signature_holds(public_key: bytes, signature: bytes, digest: bytes) -> bool:
    """Whether `signature` is this key's signature over the 32 digest bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, digest)
    except (InvalidSignature, ValueError):
        return False
    return True


class Signer:
    """Signs digests with the desk's private key, which never leaves this object."""

    def __init__(self, private_key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)
        self.public_key = self._key.public_key().public_bytes_raw()
        self.key_id = key_id(self.public_key)

    def sign(self, digest: bytes) -> bytes:
        """The Ed25519 signature over the 32 digest bytes."""
        return self._key.sign(digest)


class KeyStore(Protocol):
    """Where private keys are kept, by desk id."""

    def load(self, desk_id: str) -> bytes | None:
        """The 32 private bytes, or None when this store has none for that desk."""
        ...

    def save(self, desk_id: str, private_key: bytes) -> None:
        """Keep the key; raises `EnvironmentFault` when it cannot be kept."""
        ...


class FileKeyStore:
    """The key in a file of the data folder, mode 0600."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEY_FILE

    def load(self, desk_id: str) -> bytes | None:
        """The key of `desk_id`, None when there is no file; raises when it is unreadable or another desk's."""
        try:
            owner, separator, secret = self._path.read_text(encoding="ascii").strip().partition(":")
            private_key = bytes.fromhex(secret)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise _unreadable() from error
        if not separator or not private_key:
            raise _unreadable()
        if owner != desk_id:
            raise _wrong()
        return private_key

    def save(self, desk_id: str, private_key: bytes) -> None:
        """Write the file for its owner only, on the disk before anything is signed with it.

        A file may be there from a first start that was interrupted before its desk was: it never signed anything.
        """
        fresh = self._path.with_suffix(".new")
        try:
            fresh.unlink(missing_ok=True)
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(f"{desk_id}:{private_key.hex()}\n")
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
            _settle(self._path.parent)
        except OSError as error:
            raise EnvironmentFault(
                translate("Keys", "La clé de signature de ce poste n’a pas pu être écrite."),
                safe=translate("Keys", "Rien n’a été mis en place."),
                todo=translate("Keys", "Vérifiez les droits du dossier et la place sur le disque, puis relancez."),
                code="key_not_kept",
            ) from error


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can: without its key a desk cannot go on."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class SystemKeyStore:
    """The key in the operating system's own store, through `keyring`. Untested on a real macOS or Windows."""

    def load(self, desk_id: str) -> bytes | None:
        """The key of `desk_id`, None when the store has none."""
        import keyring

        secret = keyring.get_password(_SERVICE, desk_id)
        return None if secret is None else bytes.fromhex(secret)

    def save(self, desk_id: str, private_key: bytes) -> None:
        """Hand the key to the store."""
        import keyring

        keyring.set_password(_SERVICE, desk_id, private_key.hex())


def key_store(folder: Path, platform: str = sys.platform) -> KeyStore:
    """The store of this platform; Linux desktops may have none that is open before a person logs in, so: a file."""
    return SystemKeyStore() if platform in ("darwin", "win32") else FileKeyStore(folder)


def new_signer(desk_id: str, store: KeyStore) -> Signer:
    """Make a key pair for a new desk and keep its private half."""
    private = Ed25519PrivateKey.generate().private_bytes_raw()
    store.save(desk_id, private)
    return Signer(private)


def load_signer(desk_id: str, expected_key_id: str, store: KeyStore) -> Signer:
    """The desk's signer; raises `EnvironmentFault` when its key is missing, unreadable or not the right one."""
    private = store.load(desk_id)
    if private is None:
        raise EnvironmentFault(
            translate("Keys", "La clé de signature de ce poste est introuvable."),
            safe=translate(
                "Keys", "Les données sont intactes et lisibles\u00a0; rien ne peut être vendu sans cette clé."
            ),
            todo=translate("Keys", "Remettez le fichier desk.key de la sauvegarde à côté de la base, puis relancez."),
            code="key_missing",
        )
    try:
        signer = Signer(private)
    except ValueError as error:
        raise _unreadable() from error
    if signer.key_id != expected_key_id:
        raise _wrong()
    return signer


def _wrong() -> EnvironmentFault:
    return EnvironmentFault(
        translate("Keys", "La clé de signature trouvée n’est pas celle de ce poste."),
        safe=translate("Keys", "Rien n’a été modifié."),
        todo=translate("Keys", "Remettez le fichier desk.key d’origine, puis relancez."),
        code="key_wrong",
    )


def _unreadable() -> EnvironmentFault:
    return EnvironmentFault(
        translate("Keys", "La clé de signature de ce poste est illisible."),
        safe=translate("Keys", "Les données sont intactes\u00a0; rien n’a été modifié."),
        todo=translate("Keys", "Remettez le fichier desk.key de la sauvegarde, lisible par ce compte, puis relancez."),
        code="key_unreadable",
    )
