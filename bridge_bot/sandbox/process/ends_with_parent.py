"""Ends a program with its parent: `python -m …ends_with_parent FOLDER MODULE [ARGUMENT…]`.

The parent holds the other end of the standard input and never writes to it. However the parent
ends, also by SIGKILL, the system closes that end; then the folder is removed and the program
killed. It gets no time to stop gracefully, since the servers that it talked to and the files that
it wrote are gone with the parent. This needs nothing but Unix, and no process in between.
"""

from __future__ import annotations

import os
import runpy
import shutil
import signal
import sys
import threading


def _end_with_parent(folder: str) -> None:
    # os.read and not sys.stdin, whose lock a thread must not hold while the interpreter ends.
    while os.read(0, 1):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _, folder, *sys.argv = sys.argv
    threading.Thread(
        target=_end_with_parent, args=(folder,), name="end with parent", daemon=True
    ).start()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
