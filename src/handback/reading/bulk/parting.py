"""A worker does not outlive whoever began it, even one that was killed and could tell it nothing.

A worker of a pool waits for its next piece of work at a pipe that the workers hold open for one another, so
it never sees the end of it. What it does see is the end of a pipe that only the process that began it holds.
"""

import os
import threading
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess


def end_with_whoever_began_it() -> None:
    """End this process, without more, as soon as the one that began it is gone. Does nothing elsewhere."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), name="parting", daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)  # nobody is left to be told anything, and there is nothing of a worker's own to put away
