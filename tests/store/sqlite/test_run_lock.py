"""Two bots on one database are one too many."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.store.schema import upgrade
from bridge_bot.store.sqlite.run_lock import lock_holder, run_lock

HOLD = """
import sys, time
from bridge_bot.store.sqlite.run_lock import run_lock
with run_lock(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""

FAIL = """
import errno, os, resource, sys
from bridge_bot.core.errors import StoreError
from bridge_bot.store.sqlite.run_lock import lock_holder, run_lock
url, fault = sys.argv[1:]
def refuse(event, arguments):
    if event == "fcntl.flock":
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
if fault == "no locks":
    sys.addaudithook(refuse)  # as a file system without locks does
else:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # as if the disk were full
try:
    with run_lock(url):
        print("held")
except StoreError as error:
    print(error)
print(f"holder: {lock_holder(url)}")
"""


def test_a_second_one_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    with run_lock(url):
        with pytest.raises(StoreError, match=f"process {os.getpid()}"), run_lock(url):
            pass
        with run_lock(f"sqlite:///{tmp_path}/other.db"):
            pass


def test_it_can_be_had_again_after_the_first_has_ended(tmp_path: Path) -> None:
    for _ in range(2):
        with run_lock(f"sqlite:///{tmp_path}/bot.db"):
            pass


def test_who_holds_it_is_known_without_taking_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    assert lock_holder(url) == ""
    assert list(tmp_path.iterdir()) == []
    with run_lock(url):
        assert lock_holder(url) == str(os.getpid())
    assert lock_holder(url) == ""
    with run_lock(url):
        pass


def test_it_dies_with_its_process(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    with subprocess.Popen([sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreError), run_lock(url):
            pass
        holder.kill()
        holder.wait()
    with run_lock(url):
        pass


def test_migrating_needs_no_lock(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    with run_lock(url):
        assert upgrade(url)


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    with run_lock(f"sqlite:///{tmp_path}/data/bot.db"):
        assert (tmp_path / "data").is_dir()


def test_a_place_where_no_file_can_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"bot\.db"), run_lock(f"sqlite:///{tmp_path}/file/bot.db"):
        pass


@pytest.mark.parametrize(
    ("fault", "reason"), [("no locks", "No locks available"), ("no room", "File too large")]
)
def test_a_lock_that_cannot_be_taken_is_a_sentence_and_held_by_nobody(
    tmp_path: Path, fault: str, reason: str
) -> None:
    (tmp_path / "bot.db.run").touch()
    done = subprocess.run(
        [sys.executable, "-c", FAIL, f"sqlite:///{tmp_path}/bot.db", fault],
        check=False,
        capture_output=True,
        text=True,
        timeout=30,
    )
    fails = f"the file {tmp_path}/bot.db.run, which guards the database, fails: {reason}"
    assert (done.stdout, done.stderr) == (f"{fails}\nholder: \n", "")
