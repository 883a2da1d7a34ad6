"""One cache for every thread: bounded, nothing made twice, nothing read half done."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from natverkskollen.files.cache import Cache
from natverkskollen.files.file_cache import FileCache, stamp_of


def together(count: int, work) -> list:
    """What `count` threads that start at the same moment each give."""
    ready, found = threading.Barrier(count), [None] * count

    def run(number: int) -> None:
        ready.wait()
        found[number] = work(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_threads_that_ask_for_the_same_get_the_same_object_made_once() -> None:
    made, cache, slow = [], Cache(8), threading.Event()

    def make() -> object:
        made.append(1)
        slow.wait(0.05)  # long enough for everybody to have asked
        return object()

    found = together(16, lambda _: cache.get("a", make))
    assert len(made) == 1
    assert all(each is found[0] for each in found)


def test_one_key_never_waits_for_another() -> None:
    cache: Cache[str] = Cache(8)
    inside = threading.Barrier(2, timeout=10)

    def make(name: str) -> str:
        inside.wait()  # both are being made at the same time, or this breaks
        return name

    assert together(2, lambda n: cache.get(n, lambda: make(str(n)))) == ["0", "1"]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    cache: Cache[int] = Cache(3)
    for key in (1, 2, 3, 1, 4):
        cache.get(key, lambda key=key: key)
    assert len(cache) == 3
    assert [cache.peek(key) for key in (1, 2, 3, 4)] == [1, None, 3, 4]


def test_a_making_that_fails_leaves_the_key_to_the_next() -> None:
    cache: Cache[int] = Cache(3)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 2) == 2


def test_nobody_gets_an_older_file_after_a_newer(tmp_path: Path) -> None:
    """Eight readers and a writer: what each reader sees only ever grows."""
    path, cache = tmp_path / "tal", FileCache(2)
    path.write_bytes(b"0")
    stop = threading.Event()

    def write() -> None:
        for number in range(1, 400):
            temporary = path.with_suffix(".ny")
            temporary.write_bytes(str(number).encode())
            temporary.replace(path)
        stop.set()

    def read() -> list[int]:
        seen = []
        while not stop.is_set():
            seen.append(cache.get("k", lambda: stamp_of(path), path.read_bytes, int))
        seen.append(cache.get("k", lambda: stamp_of(path), path.read_bytes, int))
        return seen

    found = together(9, lambda number: read() if number else write())[1:]
    for seen in found:
        assert seen == sorted(seen)
        assert seen[-1] == 399
