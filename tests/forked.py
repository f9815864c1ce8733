"""A server that has imported `wp` and forks one for each command, in a quarter of the time.

A child knows nothing of arguments, environment or files; it is given an environment, a folder and
streams of its own before `wp` begins. What a start itself does (which modules it imports, how
streams fail) is tested with whole processes.
"""

import fcntl
import gc
import marshal
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile

import fork_client
from fork_client import LENGTH, MOST_FILES, SECONDS, ask, received

_SELDOM = ("wp.browse", "wp.lsp", "wp.mcp", "wp.__main__")
_LATE = (
    "calendar csv encodings.utf_8_sig fastjsonschema gcld3 pyromark rich.table tomllib "
    "typer._click.decorators typer.rich_utils"
).split()


class ForkServer:
    """The process at an address that forks a `wp` for each command."""

    def __init__(self, address: str) -> None:
        self._address = address

    @classmethod
    def begin(cls, address: str) -> Callable[[], None]:
        """Start the server at an address; return what ends it.

        It does little before it is first asked, and ends with the process that began it.
        """
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(address)
            listening.listen(MOST_FILES)
            process = subprocess.Popen(
                [sys.executable, __file__, str(listening.fileno())],
                pass_fds=[listening.fileno()],
                stdin=subprocess.PIPE,
            )

        def end() -> None:
            process.communicate(timeout=10)

        return end

    def run(
        self, command: Sequence[str | Path], data: bytes, env: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command as `subprocess.run` does with captured output."""
        with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
            stdin.write(data)
            stdin.seek(0)
            streams = enumerate((stdin, stdout, stderr))
            files = {number: stream.fileno() for number, stream in streams}
            status = ask(self._address, list(map(str, command)), env, files, timeout)
            stdout.seek(0)
            stderr.seek(0)
            return subprocess.CompletedProcess(command, status, stdout.read(), stderr.read())

    def put_wp_into(self, folder: Path) -> Path:
        """Write a `wp` for shells and scripts that has the server run what it is told to."""
        script = folder / "wp"
        asking = f"{sys.executable} -ISE {fork_client.__file__} {self._address}"
        script.write_text(f'#!/bin/sh\nexec {asking} wp "$@"\n')
        script.chmod(0o755)
        return script


def _serve(listening: socket.socket) -> None:
    """Fork a child for each request; tell each asker how its child ended."""
    wakes, wakened = socket.socketpair()
    wakened.setblocking(False)
    signal.set_wakeup_fd(wakened.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    askers: dict[int, socket.socket] = {}
    while True:
        ready, *_ = select.select([listening, wakes, sys.stdin], [], [])
        if sys.stdin in ready:  # who began it has ended
            return
        if wakes in ready:
            wakes.recv(1000)
            _tell_ends(askers)
        if listening in ready:
            connection, _ = listening.accept()
            connection.settimeout(10)
            files: list[int] = []
            try:
                head, files, *_ = socket.recv_fds(connection, LENGTH, MOST_FILES)
                request = received(connection, int.from_bytes(head, "big"))
            except (EOFError, OSError):  # the asker was ended while it asked
                connection.close()
                for file in files:
                    os.close(file)
                continue
            child = os.fork()
            if child == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                command, env, folder, numbers = marshal.loads(request)
                _become(command, env, folder, numbers, files)
            askers[child] = connection
            for file in files:
                os.close(file)


def _tell_ends(askers: dict[int, socket.socket]) -> None:
    while askers:
        child, status = os.waitpid(-1, os.WNOHANG)
        if not child:
            return
        code = os.waitstatus_to_exitcode(status)
        # One who was ended itself hears nothing.
        with askers.pop(child) as connection, suppress(BrokenPipeError):
            connection.sendall(code.to_bytes(LENGTH, "big", signed=True))


def _become(
    command: list[str], env: dict[str, str], folder: str, numbers: list[int], files: list[int]
) -> None:
    # Out of the way of the numbers first.
    moved = [fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, MOST_FILES) for file in files]
    os.closerange(3, MOST_FILES)
    for number, file in zip(numbers, moved, strict=True):
        os.dup2(file, number, inheritable=number < 3)
        os.close(file)
    # The server's own know what they were, files or pipes.
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        stream = open(number, mode)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)  # what nobody held would be closed
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[:] = command
    # One that nobody waits for any more does not run on.
    signal.alarm(SECONDS)
    from wp.__main__ import run

    run()


def _import_all() -> None:
    """Import the modules of all commands but those of extras, and compile their patterns."""
    import wp

    gc.disable()
    # To walk through packages imports them, and the SDKs of the servers are half of the memory that
    # each fork has to copy.
    for file in Path(wp.__path__[0]).rglob("*.py"):
        name = ".".join(("wp", *file.relative_to(wp.__path__[0]).with_suffix("").parts))
        if not name.startswith(_SELDOM):
            import_module(name.removesuffix(".__init__"))
    for name in _LATE:
        import_module(name)
    # What is the same for every base and takes long.
    import_module("wp.base.schema").validator()
    for name in ("thesaurus.txt", "near_words.txt"):
        import_module("wp.words.dictionary").groups(name)
    for name, imported in list(sys.modules.items()):
        if name.startswith("wp."):
            for value in vars(imported).values():
                if type(value).__name__ == "_Deferred":
                    value.search  # noqa: B018
    gc.freeze()


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as given:
        asked, *_ = select.select([given, sys.stdin], [], [])
        if given in asked:
            _import_all()
            _serve(given)
