"""The image and its container: what the files say, and the bot in surroundings such as they make.

No test here builds the image, for which a Docker engine and its registry would be needed.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.harness.bot_process import STOP_S
from tests.harness.loopback import loopback
from tests.harness.ports import free_port

ROOT = Path(__file__).parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
BOT: dict[str, Any] = COMPOSE["services"]["bot"]
SERVICES = pytest.mark.parametrize("service", COMPOSE["services"])
HADOLINT = Path(sys.executable).with_name("hadolint")
UID = 10001


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, each with its arguments."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", " ").splitlines()
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


def arguments(instruction: str) -> list[str]:
    """The arguments of each such instruction, in the order of the file."""
    return [rest.strip() for name, rest in instructions() if name == instruction]


def bytes_of(size: str) -> int:
    """What Compose understands by a size such as `512m`."""
    return int(size[:-1]) * {"m": 2**20, "g": 2**30}[size[-1]]


def test_the_bot_runs_as_a_user_that_is_a_number_and_owns_its_folder_alone() -> None:
    assert arguments("USER") == [f"{UID}:{UID}"]
    assert f"install -d -o {UID} -g {UID} -m 700 /data" in arguments("RUN")
    assert [name for name, _ in instructions()][-1] == "CMD"
    assert json.loads(arguments("CMD")[-1]) == ["bridge-bot", "run"]


def test_the_image_is_made_of_named_files_and_of_what_the_lock_file_names() -> None:
    assert arguments("ADD") == []
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert ignored[1] == "*"
    for copy in arguments("COPY"):
        *sources, _ = shlex.split(copy)
        if not sources[0].startswith("--from="):
            assert {f"!{source.removeprefix('./')}" for source in sources} <= set(ignored)
    installs = [line for line in arguments("RUN") if " install --no-cache-dir" in line]
    assert len(installs) == 2
    assert "--require-hashes -r requirements-postgres.lock" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]


def test_whoever_builds_the_image_can_name_the_one_below_it_by_its_digest() -> None:
    """The tag is what is built without; a digest in these files would be one that nobody saw."""
    (default,) = arguments("ARG")
    assert {line.partition(" AS ")[0] for line in arguments("FROM")} == {"${PYTHON_IMAGE}"}
    name, _, image = default.partition("=")
    assert BOT["build"]["args"] == {name: f"${{{name}:-{image}}}"}
    pages = (ROOT / "deploy/README.md").read_text("utf-8")
    assert f"docker image inspect -f '{name}={{{{index .RepoDigests 0}}}}' {image} >> .env" in pages


@SERVICES
def test_each_container_is_bounded_in_memory_processes_and_logs_and_gains_no_rights(
    service: str,
) -> None:
    settings = COMPOSE["services"][service]
    assert bytes_of(settings["mem_limit"]) <= 2**30
    assert 0 < settings["pids_limit"] <= 256
    assert set(settings["logging"]["options"]) == {"max-size", "max-file"}
    assert settings["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in settings
    assert "ports" not in settings


def test_the_bot_can_write_to_its_volume_and_to_nothing_else_that_lasts() -> None:
    assert BOT["read_only"] is True
    assert [place.partition(":")[0] for place in BOT["tmpfs"]] == ["/tmp"]
    assert BOT["volumes"] == ["data:/data"]
    assert BOT["cap_drop"] == ["ALL"]
    assert arguments("VOLUME") == arguments("WORKDIR")[-1:] == ["/data"]


@pytest.mark.skipif(not HADOLINT.exists(), reason="hadolint has no program for this machine")
def test_hadolint_finds_nothing_to_say_about_the_dockerfile() -> None:
    found = subprocess.run(
        [HADOLINT, "--no-color", ROOT / "Dockerfile"], check=False, capture_output=True, text=True
    )
    assert (found.returncode, found.stdout) == (0, "")


CONTAINER = """
set -eu
root=$1 data=$2 checkout=$3; shift 3
mount -t tmpfs tmpfs "$root"
mkdir "$root/tmp" "$root/data"
mount -t tmpfs -o mode=1777,size=64m tmpfs "$root/tmp"
for folder in /usr /lib /lib64 /bin /etc /dev /proc "$@" "$checkout"; do
    if [ -L "$folder" ]; then cp -P "$folder" "$root$folder"; continue; fi
    [ -d "$folder" ] || continue
    mkdir -p "$root$folder"
    mount -o bind,ro "$folder" "$root$folder"
done
mount --bind "$data" "$root/data"
mount -o remount,ro "$root"
"""
"""Makes a root folder of what the bot needs to run, read-only as `read_only: true` has it."""

ENTER = """
cd /
exec chroot "$root" setpriv --reuid {uid} --regid {uid} --clear-groups --no-new-privs \\
    --bounding-set=-all --inh-caps=-all env -i -C /data {command}
"""


def in_container(root: Path, data: Path, command: str) -> list[str]:
    """A command line that runs another as the container does.

    As a number that has no name and no home, without any capability, in a root folder where it can
    write to `/data` and `/tmp` alone.
    """
    script = CONTAINER + ENTER.format(uid=UID, command=command)
    folders = {str(Path(prefix).resolve()) for prefix in (sys.base_prefix, sys.prefix)}
    return [
        *("unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh"),
        *map(str, (root, data, ROOT, *sorted(folders))),
    ]


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The root folder of a container, and the one that is `/data` in it."""
    root, data = tmp_path / "root", tmp_path / "data"
    root.mkdir()
    data.mkdir(mode=0o700)
    if os.geteuid() != 0 or not shutil.which("unshare"):
        pytest.skip("only root can make surroundings such as a container's")
    os.chown(data, UID, UID)
    tried = subprocess.run(in_container(root, data, "true"), check=False, capture_output=True)
    if tried.returncode:
        pytest.skip(f"no such surroundings can be made here: {tried.stderr.decode()}")
    return root, data


def test_nothing_can_be_written_in_the_container_but_data_and_tmp(
    folders: tuple[Path, Path],
) -> None:
    """That the next test proves something."""
    probe = (
        'sh -c \'for d in / /usr /etc "$0" "$1" /data /tmp; do touch "$d/x" && echo "$d"; done\''
    )
    places = f"{shlex.quote(sys.prefix)} {shlex.quote(str(ROOT))}"
    tried = subprocess.run(
        in_container(*folders, f"{probe} {places}"), check=False, capture_output=True, text=True
    )
    assert tried.stdout.split() == ["/data", "/tmp"]
    assert (folders[1] / "x").stat().st_uid == UID


@pytest.mark.sqlite
async def test_the_bot_runs_and_answers_in_the_container_and_ends_with_0(
    tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    """With its folders, its user and its limits; it says that it is alive, and keeps its file."""
    root, data = folders
    port = free_port()
    image = dict(part.split("=", 1) for part in shlex.split(arguments("ENV")[0]))
    async with loopback(tmp_path) as system:
        settings = system.settings(HEALTH_PORT=str(port), PYTHONDONTWRITEBYTECODE="1")
        settings["DATABASE_URL"] = image["DATABASE_URL"]
        command = [*(f"{name}={text}" for name, text in settings.items()), sys.executable]
        command += ["-m", "bridge_bot.cli", "run"]
        bot = await asyncio.create_subprocess_exec(
            *in_container(root, data, shlex.join(command)), stderr=asyncio.subprocess.PIPE
        )
        try:
            await system.discord.bot_ready(60)
            thread = await system.thread(system.ask("does it run?"))
            await system.reads(thread, "You asked: does it run?")
            assert await asyncio.to_thread(status_of, f"http://127.0.0.1:{port}/healthz") == 200
            status = process_status(bot.pid)
        finally:
            bot.terminate()
        _, errors = await asyncio.wait_for(bot.communicate(), STOP_S)
    warnings = [line for line in errors.decode().splitlines() if " WARNING " in line]
    assert (bot.returncode, len(warnings)) == (0, 1), errors.decode()
    assert "who may spend: everybody" in warnings[0]
    assert status["Uid"] == status["Gid"] == "\t".join([str(UID)] * 4)
    assert (int(status["CapEff"], 16), status["NoNewPrivs"]) == (0, "1")
    assert int(status["Threads"]) < BOT["pids_limit"] / 2
    assert int(status["VmHWM"].removesuffix(" kB")) * 1024 < bytes_of(BOT["mem_limit"]) / 2
    assert {file.name for file in data.iterdir()} >= {"bridge_bot.db"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in data.iterdir())


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def process_status(pid: int) -> dict[str, str]:
    """What the kernel says about a process, such as its user and its capabilities."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return {name: text.strip() for name, _, text in (line.partition(":") for line in lines)}
