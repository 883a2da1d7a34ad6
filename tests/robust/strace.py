"""The proof with real signals: kill -9, and every I/O error, at every system call of a save.

Run by `make robust`. A child process that has loaded everything waits; strace attaches, and from
then on every system call is counted, also those of the lock and of Python itself.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from natverkskollen.store import Change, Failed, Saved, YamlStore, read_library
from natverkskollen.store.contract import SaveOutcome
from tests.building.folders import ID, field, put, small_folder, strays

TEXT = field("rationale")
ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE")
# What a disk can refuse; an error from, say, munmap is no fault of a disk.
CALLS = "openat,write,pwrite64,fsync,rename,renameat,ftruncate,mkdir,unlink,flock,getdents64,read"
OLD, NEW = "Gammal text.", "Ny å text."


class Missing(Exception):
    """strace is not here and cannot be installed; carries what to do."""


def main() -> int:
    """Print the figures; 1 where an answer was lost or a file torn."""
    try:
        strace = _strace()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        start = _start(Path(place))
        whole = _Run(strace, start, Path(place))
        total = whole.count()
        for nth in range(1, total + 1):
            whole.kill(nth)
        print(f"kill -9 vid varje systemanrop i ett sparande: {total} av {total}")
        print(f"  kvitterade och förlorade: {whole.lost}, trasiga: {whole.torn}")
        print(f"  kvar efter nästa start, tillfälliga filer: {whole.stray}")
        for error in ERRORS:
            failed, saved = whole.errors(error)
            print(f"{error} vid varje anrop: {failed} fick besked, {saved} sparades ändå")
        print(f"  gamla data skadade: {whole.torn}, förlorade: {whole.lost}")
        return 1 if whole.lost or whole.torn or whole.stray else 0


def _strace() -> str:
    if found := shutil.which("strace"):
        return found
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-qq", "strace"], check=False)
    if found := shutil.which("strace"):
        return found
    raise Missing(
        "Beviset med riktiga signaler behöver programmet strace (Linux). Installera det, i Debian: "
        "apt install strace. Testerna i make test prövar samma sak utan strace."
    )


def _start(place: Path) -> Path:
    start = small_folder(place / "start")
    store = YamlStore(start)
    assert isinstance(put(store, TEXT, OLD, "förut"), Saved)
    return start


class _Run:
    """One save again and again in a child process, each time with one fault."""

    def __init__(self, strace: str, start: Path, place: Path):
        self.strace, self.start, self.place = strace, start, place
        self.lost = self.torn = self.stray = 0

    def count(self) -> int:
        """How many system calls a save makes."""
        log = self.place / "log"
        told, _ = self.child(["-o", str(log)])
        assert told == "Saved"
        return sum(1 for row in log.read_text().splitlines() if re.search(r"\(", row))

    def kill(self, nth: int) -> None:
        """SIGKILL as the n-th call is entered."""
        told, folder = self.child(["-o", os.devnull, "-e", f"inject=all:signal=KILL:when={nth}"])
        self.check(folder, acknowledged=told == "Saved", refused=False)

    def errors(self, error: str) -> tuple[int, int]:
        """The error at every call that can meet it: how many were told, how many went well."""
        failed = saved = 0
        for call in CALLS.split(","):
            for nth in range(1, 100):
                log = self.place / "log"
                told, folder = self.child(
                    ["-o", str(log), "-e", f"inject={call}:error={error}:when={nth}"]
                )
                if "INJECTED" not in log.read_text():
                    break
                failed += told.startswith("Failed")
                saved += told == "Saved"
                if "Traceback" in told or not told:
                    self.torn += 1
                    print(f"  {error} vid {call} nummer {nth}: {told!r}")
                refused = told.startswith("Failed no")
                self.check(folder, acknowledged=told == "Saved", refused=refused)
        return failed, saved

    def check(self, folder: Path, acknowledged: bool, refused: bool) -> None:
        """What a new process finds: old or new, whole, and nothing left lying about."""
        store = YamlStore(folder)
        self.torn += bool(store.selftest())
        found = store.get(ID)
        if isinstance(found, Failed) or store.verify(ID) or read_library(folder).problems:
            self.torn += 1
            return
        text = found.data["answers"]["anna"]["norr"]["bredd"]["rationale"]
        self.lost += text not in ((NEW,) if acknowledged else (OLD,) if refused else (OLD, NEW))
        self.stray += len(strays(folder))
        shutil.rmtree(folder)

    def child(self, options: list[str]) -> tuple[str, Path]:
        """Fork, attach strace, let the child save; what it told before it ended."""
        folder = Path(tempfile.mkdtemp(dir=self.place)) / "data"
        shutil.copytree(self.start, folder)
        go_out, go_in = os.pipe()
        told_out, told_in = os.pipe()
        child = os.fork()
        if child == 0:
            self._save(folder, go_out, told_in)
        os.close(told_in)
        tracer = subprocess.Popen(
            [self.strace, "-q", "-f", "-p", str(child), *options], stderr=subprocess.PIPE
        )
        status = Path(f"/proc/{child}/status")
        while "TracerPid:\t0" in status.read_text():
            if tracer.poll() is not None:
                break  # the very first call killed the child, or nobody may be traced here
            time.sleep(0.001)
        if complaint := tracer.poll() is not None and tracer.stderr and tracer.stderr.read():
            os.kill(child, signal.SIGKILL)
            raise Missing(f"strace får inte följa processer här: {complaint.decode()}")
        with contextlib.suppress(BrokenPipeError):
            os.write(go_in, b"g")
        os.close(go_in)
        os.close(go_out)
        with os.fdopen(told_out, "rb") as pipe:
            told = pipe.read().decode()
        os.waitpid(child, 0)
        tracer.wait()
        return told, folder

    def _save(self, folder: Path, go: int, told: int) -> None:
        try:
            store = YamlStore(folder)
            with contextlib.suppress(OSError):  # the waiting itself may meet the fault
                os.read(go, 1)
            outcome = _outcome(store)
            words = type(outcome).__name__
            if isinstance(outcome, Failed):
                words += f" {outcome.outcome}: {outcome.what}"
        except BaseException as error:
            words = f"Traceback {error!r}"
        for _ in range(3):  # the telling itself may meet the fault
            try:
                os.write(told, words.encode())
                break
            except OSError:
                continue
        os._exit(0)


def _outcome(store: YamlStore) -> SaveOutcome:
    return store.save(ID, 2, [Change(TEXT, OLD, NEW)], "anna", "nyckel")


if __name__ == "__main__":
    sys.exit(main())
