"""What a process has cost so far, from Linux's /proc."""

from __future__ import annotations

import os
import re
import resource
from pathlib import Path


def cpu_s(pid: int) -> float:
    """Seconds of processor time that a process has taken, its threads included."""
    # The second field is the program's name in brackets, which may hold anything.
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mib(pid: int) -> float:
    """The most memory that a process ever had resident, in MiB."""
    return _status_mib(pid, "VmHWM")


def resident_mib(pid: int) -> float:
    """The memory that a process has resident, in MiB."""
    return _status_mib(pid, "VmRSS")


def allow_files() -> None:
    """Allow as many open files as this machine lets a process have: a stream needs some."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _status_mib(pid: int, name: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    found = re.search(rf"^{name}:\s+(\d+) kB$", status, re.MULTILINE)
    if found is None:
        raise ValueError(f"process {pid} has no {name}")
    return int(found[1]) / 1024
