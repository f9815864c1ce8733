"""Ask the server of forked.py to run a `wp`.

A shell starts this for each command: what is imported is in C, and ready in a third of the time.
"""

import marshal
import os
import sys
from _socket import AF_UNIX, SCM_RIGHTS, SOL_SOCKET, socket
from array import array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LENGTH = 4
MOST_FILES = 100
SECONDS = 170
"""After which a `wp` that was forked is ended: before the test that waits for it is."""


def ask(
    address: str,
    command: "list[str]",
    env: "Mapping[str, str]",
    files: "Mapping[int, int]",
    timeout: float,
) -> int:
    """Have the server at an address run a command; return how it ended, a signal as below 0.

    `files` has the open file for each number (0 is standard input) under which the command has it.
    TimeoutError if no answer comes within so many seconds.
    """
    connection = socket(AF_UNIX)
    try:
        connection.settimeout(timeout)
        connection.connect(address)
        request = marshal.dumps((command, dict(env), os.getcwd(), list(files)))
        opened = (SOL_SOCKET, SCM_RIGHTS, array("i", files.values()))
        connection.sendmsg([len(request).to_bytes(LENGTH, "big")], [opened])
        connection.sendall(request)
        return int.from_bytes(received(connection, LENGTH), "big", signed=True)
    except TimeoutError:
        raise TimeoutError(f"no end within {timeout} seconds: {command}") from None
    finally:
        connection.close()


def received(connection: socket, length: int) -> bytes:
    """Read so many bytes; EOFError if the other side ends before."""
    data = b""
    while len(data) < length:
        piece = connection.recv(length - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    where, *asked = sys.argv[1:]
    given = {number: number for number in range(MOST_FILES) if _is_open(number)}
    ended = ask(where, asked, os.environ, given, 2 * SECONDS)
    sys.exit(ended if ended >= 0 else 128 - ended)
