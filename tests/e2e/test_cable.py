"""The slow cable of the tests loses nothing that is on its way, as a network does not."""

import socket
from threading import Thread

from tests.e2e.proxy import Cable


def test_what_is_sent_right_before_the_end_arrives_though_the_other_goes_on_talking() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    came: list[bytes] = []

    def talk() -> None:
        far, _ = listener.accept()
        with far:
            far.settimeout(5)
            for _ in range(50):
                far.sendall(b"svar")
            while data := far.recv(100):
                came.append(data)
                far.sendall(b"svar")

    server = Thread(target=talk)
    server.start()
    wire = Cable(listener.getsockname()[1], delay=0.1)
    near = socket.create_connection(("127.0.0.1", wire.port))
    assert near.recv(4)
    near.sendall(b"det sista")
    near.close()  # with answers unread, as a browser that leaves the page
    server.join()
    assert b"".join(came) == b"det sista"
    wire.close()
    listener.close()
