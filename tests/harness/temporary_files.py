"""Where the tests have their temporary files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
"""On Linux a folder in memory."""

_ROOM_BYTES = 2 * 1024**3
"""At most 40 MiB are used of it at once, with PostgreSQL 600."""


def use_memory() -> None:
    """Have them in memory, unless TMPDIR names a folder: where a file system writes them to a disk
    the whole suite takes a sixth more of the processor's time.

    In a container there is mostly too little room in that folder, or no program may be run in it.
    """
    if "TMPDIR" not in os.environ and _is_suitable():
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def _is_suitable() -> bool:
    try:
        memory = os.statvfs(_MEMORY)
    except OSError:
        return False
    has_room = memory.f_bavail * memory.f_frsize >= _ROOM_BYTES
    runs_programs = not memory.f_flag & getattr(os, "ST_NOEXEC", 0)
    return has_room and runs_programs and os.access(_MEMORY, os.W_OK)
