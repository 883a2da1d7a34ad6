"""An entry of a zip never takes more memory than the size it says it has."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
import zlib
from io import BytesIO

import pytest

from natverkskollen.files.zip_entries import Unpackable, entry_bytes, opened


def saying(size: int, real: int) -> bytes:
    """A zip with one entry of `real` noughts that says it is `size` bytes, with the right sum."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"\0" * real)
    raw = bytearray(packed.getvalue())
    for sign, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        start = raw.index(sign) + at
        struct.pack_into("<I", raw, start, zlib.crc32(b"\0" * size))
        struct.pack_into("<I", raw, start + 8, size)
    return bytes(raw)


def test_an_entry_that_holds_more_than_it_says_is_not_unpacked_whole() -> None:
    with opened(saying(10, 50_000_000)) as package:
        tracemalloc.start()
        try:
            assert len(entry_bytes(package, "a")) <= 10
            _, most = tracemalloc.get_traced_memory()
        except Unpackable:
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert most < 5_000_000


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_told(content: bytes) -> None:
    with pytest.raises(Unpackable, match="damaged"), opened(content) as package:
        package.infolist()
