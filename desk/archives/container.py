"""The ZIP of an archive, byte for byte the same for the same files: nothing in it is free to change.

Stored and not compressed, one fixed date, one fixed order: packing what was read must give what was read, so that a
change shows anywhere in the file, in the parts that no digest covers too. And a file that is not compressed cannot
swell when it is opened.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from desk.errors import EnvironmentFault
from desk.language import translate

MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "manifest.sig", "public-key.pem"
NOTICE, JOURNAL = "LISEZMOI.txt", "journal.jsonl"
FIRST_FILES = (NOTICE, MANIFEST, SIGNATURE, PUBLIC_KEY, JOURNAL)
MOST_BYTES = 256 * 1024 * 1024
MOST_FILES = 16
_CSV = re.compile(r"[a-z]{1,20}\.csv")
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _VERSION, _MODE = 3, 20, 0o100644 << 16


def pack(files: Mapping[str, bytes]) -> bytes:
    """The ZIP of `files`, in the one order there is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name in ordered(files):
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.create_version, info.extract_version = _UNIX, _VERSION, _VERSION
            info.external_attr = _MODE
            archive.writestr(info, files[name])
    return made.getvalue()


def ordered(names: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names in the order of the ZIP: what is read first, then the tables."""
    return (*(name for name in FIRST_FILES if name in names), *sorted(set(names) - set(FIRST_FILES)))


def read(path: Path) -> bytes:
    """The bytes of an archive file, of a bounded size; raises `EnvironmentFault` with a sentence for anything else."""
    try:
        if not path.is_file():
            raise _bad(translate("Archives", "Il n’y a pas d’archive {name}.").format(name=path.name))
        if path.stat().st_size > MOST_BYTES:
            raise _bad(translate("Archives", "{name} est trop gros pour être une archive.").format(name=path.name))
        return path.read_bytes()
    except OSError as error:
        sentence = translate("Archives", "{name} n’a pas pu être lu.").format(name=path.name)
        raise _bad(sentence) from error


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of an archive; raises `EnvironmentFault` for what is none of a desk. Writes nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            names = [info.filename for info in infos]
            if len(infos) > MOST_FILES or len(set(names)) != len(names) or any(not _is_ours(name) for name in names):
                raise _bad(translate("Archives", "Cette archive porte des fichiers qu’aucune archive ne porte."))
            if any(info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 for info in infos):
                raise _bad(translate("Archives", "Cette archive a été refaite\u00a0: ses fichiers sont compressés."))
            # A stored file cannot swell, but its header may still promise what is not there.
            if sum(info.file_size for info in infos) > len(data):
                raise _bad(translate("Archives", "Cette archive annonce plus qu’elle ne contient."))
            return {info.filename: archive.read(info) for info in infos}
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise _bad(translate("Archives", "Ce fichier n’est pas une archive lisible\u00a0: il est abîmé.")) from error


def _is_ours(name: str) -> bool:
    return name in FIRST_FILES or _CSV.fullmatch(name) is not None


def _bad(what: str) -> EnvironmentFault:
    return EnvironmentFault(
        what,
        safe=translate("Archives", "Rien n’a été vérifié."),
        todo=translate("Archives", "Demandez l’original, ou une autre copie."),
        code="bad_archive",
    )
