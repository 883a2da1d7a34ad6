"""A cable that can be pulled, or is slow: a TCP proxy between the browser and the server."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable


class Cable:
    """Carries every byte to a port until it is cut, and again once it is mended."""

    def __init__(self, port: int, delay: float = 0.0, rate: float = 0.0):
        """`delay` is how many seconds each piece takes in each direction; `rate` is how many bytes
        a second all connections together get from the server, 0 as many as there are.
        """
        self._to = port
        self._delay = delay
        self._line = _Line(rate) if rate else None
        self._whole = True
        self._flows = threading.Event()
        self._flows.set()
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self.carried = 0  # bytes that the server has been given
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def hold(self) -> None:
        """Let nothing more through; what is on its way is lost if the cable is then cut."""
        self._flows.clear()

    def go_on(self) -> None:
        """Let all that was held through."""
        self._flows.set()

    def cut(self) -> None:
        """Break every connection and refuse new ones."""
        with self._lock:
            self._whole = False
            ends, self._ends = self._ends, []
        for end in ends:
            _close(end)
        self._flows.set()

    def lead_to(self, port: int) -> None:
        """Let what comes from now on reach another server; break what was on its way."""
        self.cut()
        self._to = port
        self.mend()

    def mend(self) -> None:
        """Let connections through again."""
        self._whole = True

    def close(self) -> None:
        """Take the cable away."""
        self.cut()
        _close(self._listener)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._whole:
                _close(near)
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                _close(near)
                continue
            for end in (near, far):  # a cable keeps nothing back until there is more to carry
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                whole = self._whole
                self._ends += [near, far]
            if whole:
                threading.Thread(target=self._connect, args=(near, far), daemon=True).start()
            else:  # cut meanwhile
                self._leave(near, far)

    def _connect(self, near: socket.socket, far: socket.socket) -> None:
        """Carry both ways until both ends have said that they have nothing more."""
        answers = (far, near, self._delay, self._line, self._flows)
        back = threading.Thread(target=_carry, args=answers, daemon=True)
        back.start()
        _carry(near, far, self._delay, None, self._flows, self._count)
        back.join()
        self._leave(near, far)

    def _count(self, data: bytes) -> None:
        with self._lock:
            self.carried += len(data)

    def _leave(self, *ends: socket.socket) -> None:
        with self._lock:
            self._ends = [end for end in self._ends if end not in ends]
        for end in ends:
            _close(end)


class _Line:
    """A line that carries so many bytes a second, one piece after another."""

    def __init__(self, rate: float):
        self._rate = rate
        self._free = 0.0
        self._lock = threading.Lock()

    def wait(self, count: int) -> None:
        """Wait until so many bytes have gone through."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + count / self._rate
            free = self._free
        time.sleep(max(0.0, free - time.monotonic()))


def _carry(
    one: socket.socket,
    other: socket.socket,
    delay: float,
    line: _Line | None,
    flows: threading.Event,
    count: Callable[[bytes], object] = len,
) -> None:
    """Carry all that one end sends. What is on its way arrives also where the other has gone, and
    what it then answers is carried for nothing."""
    # Small pieces share a slow line as packets do; one with a delay takes all there is at a time.
    most = 8192 if line else 1 << 20 if delay else 65536
    with contextlib.suppress(OSError):
        while data := one.recv(most):
            if line:
                line.wait(len(data))
            else:
                time.sleep(delay)
            flows.wait()
            with contextlib.suppress(OSError):
                other.sendall(data)
                count(data)
    with contextlib.suppress(OSError):
        other.shutdown(socket.SHUT_WR)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
