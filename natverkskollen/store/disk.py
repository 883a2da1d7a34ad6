"""The store's own calls to the operating system, each step in the order that survives a crash.

A file is first written beside its place under a temporary name and synced, later moved into
place in one step (Pillai et al., OSDI'14, on why each sync is needed). Links are not followed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from natverkskollen.files.patience import patiently

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
GONE = b"borttagen\n"  # what is prepared for a file that is to be removed
# Windows' own kind of link between folders, which Python knows of since 3.12.
_is_junction: Callable[[Path], bool] = getattr(os.path, "isjunction", lambda _: False)
_TEMPORARY = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp")


def read_bytes(path: Path) -> bytes | None:
    """A file's bytes; None where there is no file."""
    try:
        descriptor = _opened(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        parts = []
        while part := os.read(descriptor, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        _close(descriptor)


def files_within(place: Path) -> Iterator[tuple[str, bytes]]:
    """The files under a folder by their names there, or the file a path is by the name "".

    Links and what is only prepared are left out.
    """
    for path in [place] if place.is_file() else sorted(place.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.suffix != ".tmp":
            raw = read_bytes(path)
            if raw is not None:
                name = path.relative_to(place).as_posix()
                yield "" if name == "." else name, raw


def temporary_in(folder: Path) -> list[Path]:
    """The files directly in a folder that were prepared and never put in place."""
    try:
        return sorted(path for path in folder.iterdir() if _TEMPORARY.fullmatch(path.name))
    except OSError:
        return []


def last_byte(path: Path) -> bytes:
    """The last byte of a file; none where it is empty, is not there or cannot be read."""
    try:
        with open(path, "rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1)
    except OSError:
        return b""


def prepare(path: Path, raw: bytes) -> Path:
    """Write a file's next text beside it and sync it; returns where. Nothing is replaced yet."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    descriptor = _opened(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        _write_all(descriptor, raw)
    except BaseException:
        _close(descriptor)
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _close(descriptor)
    return temporary


def put_in_place(temporary: Path, path: Path) -> None:
    """Let a prepared file replace the old one in one step."""
    patiently(lambda: os.replace(temporary, path))


def take_away(temporary: Path, path: Path) -> None:
    """Remove a file, and after it the prepared sign (GONE) that it was to be removed."""
    if os.path.lexists(path):
        patiently(lambda: os.unlink(path))
    patiently(lambda: os.unlink(temporary))


def append(path: Path, raw: bytes) -> None:
    """Put bytes last in a file and sync them, and the folder where the file is new."""
    new = not os.path.lexists(path)
    descriptor = _opened(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        _write_all(descriptor, raw)
    finally:
        _close(descriptor)
    if new:
        sync_folder(path.parent)


def may_append(path: Path) -> None:
    """Raise OSError where nothing can be put last in a file; it is made where it is not there."""
    _close(_opened(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT))


def cut(path: Path, length: int) -> None:
    """Shorten a file to its first bytes and sync it; a file that is not there is short enough."""
    try:
        descriptor = _opened(path, os.O_WRONLY)
    except FileNotFoundError:
        return
    try:
        os.ftruncate(descriptor, length)
        os.fsync(descriptor)
    finally:
        _close(descriptor)


def write_atomically(path: Path, raw: bytes) -> None:
    """Replace a file's bytes; raises OSError with the old file untouched."""
    temporary = prepare(path, raw)
    try:
        put_in_place(temporary, path)
    except OSError:
        remove((temporary,))
        raise
    sync_folder(path.parent)


def write_unsynced(path: Path, raw: bytes) -> None:
    """Write a file that a crash may take: one that is to be had from somewhere else."""
    path.unlink(missing_ok=True)
    descriptor = _opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    with open(descriptor, "wb") as file:
        file.write(raw)


def make_folders(path: Path) -> None:
    """Make a folder and those above it, readable by their owner and group."""
    if not path.is_dir():
        make_folders(path.parent)
        path.mkdir(0o750, exist_ok=True)


def try_to_write(path: Path) -> None:
    """Write a file, let it replace itself, and remove it; raises OSError where that cannot be."""
    write_atomically(path, b"prov\n")
    remove((path,))
    sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder that lasts, if it is not there; refuse a link in its place."""
    try:
        os.mkdir(path, 0o750)
        sync_folder(path.parent)
    except FileExistsError:
        refuse_link(path)


def refuse_link(path: Path) -> None:
    """Raise OSError where a path is a link: what the program writes stays in its folder."""
    if path.is_symlink() or _is_junction(path):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def sync_folder(folder: Path) -> None:
    """Make what was created, renamed or removed in a folder last."""
    if os.name == "nt":  # Windows has no way to sync a folder; the rename is journalled
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        _close(descriptor)


def temporaries(folder: Path) -> dict[Path, str]:
    """The prepared files in a folder, each with the name of the file it would replace."""
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    found = {name: _TEMPORARY.fullmatch(name) for name in names}
    return {folder / name: match[1] for name, match in found.items() if match}


def remove(paths: object) -> None:
    """Remove files that nobody needs; one that stays is removed at the next opening."""
    for path in paths:  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):
            patiently(partial(os.unlink, path))


def _opened(path: Path, flags: int) -> int:
    """A descriptor of a file that is no link, readable by its owner and group."""
    if not hasattr(os, "O_NOFOLLOW"):
        refuse_link(path)
    return patiently(lambda: os.open(path, flags | _NO_LINK, 0o640))


def _write_all(descriptor: int, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _close(descriptor: int) -> None:
    # What matters is synced before; the kernel lets go of the descriptor whatever close says.
    with contextlib.suppress(OSError):
        os.close(descriptor)
