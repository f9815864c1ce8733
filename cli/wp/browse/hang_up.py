"""Ending with the terminal: a reader whose terminal is gone would spin on its closed end."""

import os
import select
import signal
from threading import Thread


def end_with_terminal(terminal: int) -> None:
    """End this process by a hang-up once its terminal closes, whatever was set for that signal.

    Takes the terminal's file descriptor. The signal may be ignored, as under nohup, or blocked, or
    not be sent, where the terminal is not the controlling one; so the terminal itself is waited on,
    which costs nothing. Where the platform has no such wait, only the signal ends it.
    """
    if not hasattr(signal, "SIGHUP"):
        return
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})
    if hasattr(select, "poll"):
        Thread(target=_wait, args=(terminal,), name="hang-up", daemon=True).start()


def _wait(terminal: int) -> None:
    waiting = select.poll()
    # No event is asked for: an end that closed is told all the same.
    waiting.register(terminal, 0)
    (_, event), *_ = waiting.poll()
    if event & select.POLLHUP:
        os.kill(os.getpid(), signal.SIGHUP)
