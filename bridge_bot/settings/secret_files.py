"""Secrets that stand in a file of their own: as `NAME_FILE` says, or as a credential of systemd's.

Nobody else on the machine sees them there, as they do in the environment of a container, and they
are in no file of settings that somebody copies.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CREDENTIALS_DIRECTORY = "CREDENTIALS_DIRECTORY"
"""Where systemd puts the credentials of a unit (systemd.exec(5), "CREDENTIALS")."""

MOST_BYTES = 64 << 10

_FILE = "_FILE"


def file_variable(name: str) -> str:
    """The variable that names the file of a secret."""
    return name + _FILE


def secret_text(name: str, environ: Mapping[str, str]) -> tuple[str | None, str]:
    """The text of a secret, None if it stands nowhere, and how a sentence about it begins.

    It is in the variable or in the file that another one names, or else it is a credential of
    systemd's whose name is that of the variable in lower case. Raises a `ValueError` with a whole
    sentence, which has nothing of the file in it; nor its path, which could be the secret itself.
    """
    text, path = environ.get(name), environ.get(file_variable(name))
    if text and path:
        raise ValueError(f"{file_variable(name)} and {name} are both set; leave one.")
    if path:
        about = f"{file_variable(name)} names a file that"
        return _content(path, about), about
    if not text and (folder := environ.get(CREDENTIALS_DIRECTORY)):
        credential = Path(folder) / name.lower()
        about = f"The credential {credential.name}"
        try:
            is_there = credential.exists()
        except OSError as error:
            raise _unreadable(about, error) from None
        if is_there:
            return _content(str(credential), about), about
    return text, name


def exposed_files(names: Iterable[str], environ: Mapping[str, str]) -> Iterator[str]:
    """A warning for each file that one of these variables names, and others may read or change."""
    for name in names:
        path = environ.get(name) if name.endswith(_FILE) else None
        # Those of Docker and Kubernetes are meant to be read by everybody in the container. Nobody
        # can change that there: they are mounted to be read alone.
        with contextlib.suppress(OSError):
            if path and not os.statvfs(path).f_flag & os.ST_RDONLY:
                yield from exposed(Path(path))


def exposed(path: Path) -> Iterator[str]:
    """The warning that a file with secrets may be read or changed by others, if they may.

    Raises an `OSError` if the file is not there.
    """
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield (
            f"{path} holds secrets, and others on this machine may read or change it:"
            f" chmod 600 {shlex.quote(str(path))}"
        )


def _content(path: str, about: str) -> str:
    """The text of a file without its line end; `about` begins the sentence of what is wrong."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(about, error) from None
    if len(content) > MOST_BYTES:
        raise ValueError(f"{about} has more than {MOST_BYTES >> 10} KiB; a secret is short.")
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise ValueError(f"{about} is not UTF-8 text; save it as UTF-8.") from None
    if not text:
        raise ValueError(f"{about} is empty.")
    if len(text.splitlines()) > 1:
        raise ValueError(f"{about} has more than one line; put the secret alone into it.")
    return text


def _unreadable(about: str, error: OSError | ValueError) -> ValueError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return ValueError(f"{about} cannot be read: {reason}.")
