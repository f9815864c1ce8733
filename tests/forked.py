"""A server that has imported Typer and forks a `wp` for each command, in a third of the time.

A child knows nothing of arguments, environment or files; it is given an environment, a folder and
streams of its own before `wp` begins. What a start itself does (which modules it imports, how
streams fail) is tested with whole processes.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile

_LENGTH = 4


class ForkServer:
    """One process that forks a `wp` for each command, one after the other."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._socket = ours
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()]
            )

    def run(
        self, command: Sequence[str | Path], data: bytes, env: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command as `subprocess.run` does with captured output."""
        with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
            stdin.write(data)
            stdin.seek(0)
            request = json.dumps([list(map(str, command)), dict(env), os.getcwd()]).encode()
            streams = [stream.fileno() for stream in (stdin, stdout, stderr)]
            head = len(request).to_bytes(_LENGTH, "big")
            socket.send_fds(self._socket, [head], streams)
            self._socket.sendall(request)
            self._socket.settimeout(timeout)
            status = int.from_bytes(_received(self._socket, _LENGTH), "big", signed=True)
            stdout.seek(0)
            stderr.seek(0)
            return subprocess.CompletedProcess(command, status, stdout.read(), stderr.read())

    def close(self) -> None:
        """End the server."""
        self._socket.close()
        self._process.wait(10)


def _received(connection: socket.socket, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = connection.recv(length - len(data))
        if not piece:
            raise EOFError
        data += piece
    return data


def _serve(connection: socket.socket) -> None:
    while True:
        head, streams, *_ = socket.recv_fds(connection, _LENGTH, 3)
        if not head:
            return
        request = _received(connection, int.from_bytes(head, "big"))
        child = os.fork()
        if child == 0:
            connection.close()
            command, env, folder = json.loads(request)
            _become(command, env, folder, streams)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        connection.sendall(code.to_bytes(_LENGTH, "big", signed=True))


def _become(command: list[str], env: dict[str, str], folder: str, streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[:] = command
    from wp.__main__ import run

    run()


if __name__ == "__main__":
    import typer  # noqa: F401

    import wp.commands.options  # noqa: F401

    with socket.socket(fileno=int(sys.argv[1])) as parent:
        _serve(parent)
