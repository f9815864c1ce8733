"""The console entry: the only place where a failure becomes a message and an exit status."""

import gc
import os
import sys

TYPE_CHECKING = False  # see `wp`
if TYPE_CHECKING:
    from collections.abc import Sequence

_WRONG_USE = 2
_INTERRUPTED = 130
_CLOSED_PIPE = 141
_SIGNALLED = 128


def main(arguments: "Sequence[str]") -> int:
    """Run `wp` with these arguments; give its exit status.

    A foreseen failure is told in one line on standard error; an unforeseen one keeps its traceback.
    """
    from typer import Abort, TyperException

    from wp.commands import COMMANDS, EXAMPLES, run_command
    from wp.errors import NotFoundError, WpError

    try:
        return run_command(arguments)
    except WpError as error:
        _tell(str(error))
        return 1 if isinstance(error, NotFoundError) else _WRONG_USE
    except TyperException as error:
        from wp.commands.usage_errors import in_plain_words

        named = next((f"wp {word}" for word in arguments if word in COMMANDS), "wp")
        if message := in_plain_words(error, named, EXAMPLES):
            _tell(message)
        return _WRONG_USE
    except (Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        return _CLOSED_PIPE
    except OSError as error:
        _tell_refused(error)
        return _WRONG_USE
    except MemoryError:
        _tell("there is not enough memory for this")
        return _WRONG_USE
    except SystemExit as error:
        # Typer and rich turn a closed pipe into status 1.
        if isinstance(error.__context__, BrokenPipeError):
            return _CLOSED_PIPE
        return error.code if isinstance(error.code, int) else _WRONG_USE


def _tell(message: str) -> None:
    from wp.commands.result import tell

    tell(message)


def _tell_refused(error: OSError) -> None:
    what = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "a file"
    _tell(f"{what} cannot be read or written: {error.strerror or error}")


def run() -> None:
    """Run `wp` on the process's arguments and end the process.

    A look-up is over before collecting garbage pays, and the interpreter's own tidying up costs as
    much as the search, so the one is switched off and the other passed over once all is written.
    """
    gc.disable()
    try:
        import signal

        # What is half done is tidied up where the program is told to end or its terminal goes, too.
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP, and nohup ignores it
            if number and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda number, frame: sys.exit(_SIGNALLED + number))
        status = _run()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    os._exit(status)


def _load() -> None:
    """Load what every command needs; Ctrl-C meanwhile ends the process where it stands.

    Raised within an import it is lost or comes out as another error, and nothing is begun yet.
    """
    import signal

    usual = signal.getsignal(signal.SIGINT)
    if usual is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda number, frame: os._exit(_INTERRUPTED))
    import wp.commands  # noqa: F401

    signal.signal(signal.SIGINT, usual)


def _run() -> int:
    from wp.safe import prepare_streams

    prepare_streams()
    _load()
    status = 0
    try:
        status = main(sys.argv[1:])
        if not sys.stdout.closed:  # a server closes it
            sys.stdout.flush()
    except BrokenPipeError:
        status = _CLOSED_PIPE
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except OSError as error:
        # What ended the command before has been told.
        if status != _WRONG_USE:
            _tell_refused(error)
        status = _WRONG_USE
    except BaseException as error:
        # An interruption within a class body comes out as another error.
        if isinstance(error.__cause__, KeyboardInterrupt):
            return _INTERRUPTED
        import traceback

        traceback.print_exc()
        # Not 1: that is an answer.
        status = _WRONG_USE
    sys.stderr.flush()
    return status


if __name__ == "__main__":
    run()
