"""Find a PostgreSQL, so that the tests of the store that servers share never have to be skipped.

`python -m tests.database` prints the one it found. It is looked for in POSTGRESQL_PATH (the folder
with initdb), on this machine and, for root on Debian, among its packages.
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from tests.browser import install_from_debian, is_root

PACKAGE = "postgresql"
NOBODY = "postgres"  # the user that Debian's package makes; PostgreSQL refuses to be run by root
# After a kill: one call for the whole disk, and not one for each of a thousand files.
_LASTING = {"recovery_init_sync_method": "syncfs"}
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class NoDatabaseError(RuntimeError):
    """No source gave a PostgreSQL; the text says in Swedish what to do."""


def find_database() -> Path:
    """The folder with initdb and postgres; NoDatabaseError where there is none to be had."""
    if found := _here():
        return found
    try:
        install_from_debian(PACKAGE)
    except (OSError, subprocess.SubprocessError) as problem:
        raise NoDatabaseError(
            "Hittade ingen PostgreSQL, så testerna av lagret för flera servrar kan inte köras.\n"
            "Installera PostgreSQL 14 eller senare, eller ange mappen med initdb i variabeln "
            "POSTGRESQL_PATH.\n"
            f"Debians paket {PACKAGE} gick inte att installera: {problem}"
        ) from problem
    if found := _here():
        return found
    raise NoDatabaseError("PostgreSQL är installerat men programmet initdb saknas.")


def _here() -> Path | None:
    named = [Path(told)] if (told := os.environ.get("POSTGRESQL_PATH")) else []
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((each for each in (*named, *on_path, *debian) if (each / "initdb").exists()), None)


class Database:
    """A PostgreSQL of the tests' own: its own data, reached by a socket in its own folder."""

    def __init__(self, lasting: bool = False):
        """`lasting` syncs as a server does; the others forget what a power cut would take."""
        self._programs = find_database()
        self.folder = Path(tempfile.mkdtemp(prefix="nk-pg-"))
        self._as = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root() else {}
        if is_root():
            shutil.chown(self.folder, NOBODY, NOBODY)
        self.folder.chmod(0o755)
        told = ("-A", "trust", "-U", "prov", "-E", "UTF8", "--locale=C", "--no-sync")
        self._run("initdb", "-D", self._data, *told)
        self._settings = _LASTING if lasting else _QUICK
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        told = {"listen_addresses": "", "unix_socket_directories": str(self.folder)}
        told |= {"unix_socket_permissions": "0777", "shared_buffers": "16MB", **self._settings}
        call = [str(self._programs / "postgres"), "-D", self._data]
        call += [part for key, value in told.items() for part in ("-c", f"{key}={value}")]
        deadline = time.monotonic() + 60
        while not self._answers():
            if self._process is None or self._process.poll() is not None:
                # After a kill the memory of the one before is in use until its children notice.
                with (self.folder / "log.txt").open("ab") as log:
                    self._process = subprocess.Popen(
                        call, stderr=log, stdout=log, cwd="/", **self._as
                    )
            if time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log.txt").read_text("utf-8")[-2000:])
            time.sleep(0.03)

    def _answers(self) -> bool:
        alive = self._process is not None and self._process.poll() is None
        asked = [str(self._programs / "pg_isready"), "-q", "-h", str(self.folder), "-U", "prov"]
        return alive and subprocess.run(asked, cwd="/", check=False, **self._as).returncode == 0

    def address(self, schema: str = "") -> str:
        """What NATVERKSKOLLEN_STORE says for a schema: a new one where none is said."""
        schema = schema or f"prov_{secrets.token_hex(6)}"
        return f"postgresql://prov@/postgres?host={self.folder}&schema={schema}"

    def run(self, program: str, *arguments: str, said: str = "") -> str:
        """Run one of PostgreSQL's own programs against it, which reads `said`; what it prints."""
        return self._run(program, "-h", str(self.folder), "-U", "prov", *arguments, said=said)

    def kill(self) -> None:
        """kill -9 of the postmaster; its children notice and end, as after a crash."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Stop it and take away everything it had."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str, said: str = "") -> str:
        call = [str(self._programs / program), *arguments]
        heard = {"capture_output": True, "text": True, "input": said}
        done = subprocess.run(call, cwd="/", check=False, timeout=120, **heard, **self._as)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
        return done.stdout


@cache
def database() -> Database:
    """The one that the tests in this process share, each with a schema of its own."""
    started = Database()
    atexit.register(started.stop)
    return started


if __name__ == "__main__":
    try:
        print(f"PostgreSQL för testerna: {find_database()}")
    except NoDatabaseError as problem:
        sys.exit(str(problem))
