"""A server that has imported `wp` and forks one for each command, in a quarter of the time.

A child knows nothing of arguments, environment or files; it is given an environment, a folder and
streams of its own before `wp` begins. What a start itself does (which modules it imports, how
streams fail) is tested with whole processes.
"""

import gc
import json
import os
import pkgutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile

_LENGTH = 4
_SELDOM = ("wp.browse", "wp.lsp", "wp.mcp", "wp.__main__")
_LATE = "calendar fastjsonschema gcld3 pyromark rich.table tomllib typer._click.decorators".split()


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


def _import_all() -> None:
    """Import the modules of all commands but those of extras, and compile their patterns."""
    import wp

    for module in pkgutil.walk_packages(wp.__path__, "wp.", onerror=lambda name: None):
        if not module.name.startswith(_SELDOM):
            import_module(module.name)
    for name in _LATE:
        import_module(name)
    # What is the same for every base and takes long.
    import_module("wp.base.schema").validator()
    for name in ("thesaurus.txt", "near_words.txt"):
        import_module("wp.words.thesaurus").groups(name)
    for name, imported in list(sys.modules.items()):
        if name.startswith("wp."):
            for value in vars(imported).values():
                if type(value).__name__ == "_Deferred":
                    value.search  # noqa: B018
    gc.freeze()


if __name__ == "__main__":
    _import_all()
    with socket.socket(fileno=int(sys.argv[1])) as parent:
        _serve(parent)
