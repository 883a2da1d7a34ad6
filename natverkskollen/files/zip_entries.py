"""The entries of a zip, each read whole or told why not; zipfile has no one error for that."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Literal, TypeVar

T = TypeVar("T")


class Unpackable(Exception):
    """Why a zip or an entry of it cannot be read: damaged, locked by a password, or packed in a
    way that is not known here."""

    def __init__(self, why: Literal["damaged", "locked", "method"]):
        self.why = why
        super().__init__(why)


def opened(content: bytes) -> zipfile.ZipFile:
    """The zip; Unpackable where it is none."""
    return _told(lambda: zipfile.ZipFile(BytesIO(content)))


def entry_bytes(package: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> bytes:
    """What an entry holds, never more than the size it was told to have; Unpackable.

    `ZipFile.read` unpacks up to two gigabytes before it looks at that size.
    """
    info = package.getinfo(entry) if isinstance(entry, str) else entry

    def read() -> bytes:
        with package.open(info) as packed:
            return packed.read(info.file_size)

    return _told(read)


def _told(work: Callable[[], T]) -> T:
    try:
        return work()
    except MemoryError:
        raise
    except NotImplementedError:  # what zipfile says of a packing method it does not know
        raise Unpackable("method") from None
    except RuntimeError:  # and of a password
        raise Unpackable("locked") from None
    except Exception as error:  # zlib, bz2, lzma, struct and zipfile each raise their own
        raise Unpackable("damaged") from error
