"""How a command ends when it is stopped, or when nobody reads on what it prints."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# What a shell gives for a program ended by SIGPIPE.
BROKEN_PIPE = 128 + 13
# And by Ctrl-C.
INTERRUPTED = 128 + 2


@contextmanager
def quiet_endings() -> Iterator[None]:
    """SIGTERM ends the command as Ctrl-C does; a closed pipe ("| head") without a traceback."""
    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, _interrupt) if main else None
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would find the pipe closed again.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        sys.exit(BROKEN_PIPE)
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
