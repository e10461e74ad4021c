"""What the log says when PostgreSQL fails: one sentence, with no address, password or value."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from itertools import count

import asyncpg
import pytest
from sqlalchemy import make_url

from bridge_bot.core.errors import StoreError, StoreUnreachable
from bridge_bot.core.model import ConversationKey
from bridge_bot.store.postgres.errors import as_store_errors
from bridge_bot.store.sql_store import SqlStore
from tests.harness import database as databases
from tests.harness.database import StoredDatabase
from tests.harness.postgres import STRANGER
from tests.harness.postgres_proxy import PostgresProxy

Url = Callable[..., str]

_numbers = count()


@pytest.mark.parametrize(
    ("code", "words", "may_come_back"),
    [
        ("08006", "the database server can't be reached (ConnectionFailureError)", True),
        ("22003", "the database refused a value that it can't hold (22003)", False),
        ("22021", "the database refused a value that it can't hold (22021)", False),
        ("23503", "the database refused a row that breaks one of its rules (23503)", False),
        ("23505", "the database refused a row that breaks one of its rules (23505)", False),
        ("25006", ("the database is read-only: DATABASE_URL names a standby, not the primary"
         " server (25006)"), True),
        ("25P03", ("the database server gave up a transaction that this program had left waiting"
         " (25P03)"), True),
        ("28000", "the database server refuses the user or the password of DATABASE_URL (28000)",
         False),
        ("28P01", "the database server refuses the user or the password of DATABASE_URL (28P01)",
         False),
        ("3D000", "the database that DATABASE_URL names does not exist: create it first (3D000)",
         False),
        ("40001", "the database gave up a transaction that met another one (40001)", False),
        ("40P01", "the database gave up a transaction that met another one (40P01)", False),
        ("42501", ("the user of DATABASE_URL may not do that: grant it the rights, or let it own"
         " the database (42501)"), False),
        ("42P01", "the database refused: the server's words (42P01)", False),
        ("53100", "the disk of the database server is full (53100)", False),
        ("53200", "the database server has not enough memory (53200)", False),
        ("53300", ("the database server takes no more connections: raise its max_connections, or"
         " stop what else uses it (53300)"), True),
        ("55P03", "the database stayed locked by another program (55P03)", False),
        ("57014", "the database took too long for a statement (57014)", False),
        ("57P01", "the database server is shutting down (57P01)", True),
        ("57P02", "the database server has crashed and is starting again (57P02)", True),
        ("57P03", "the database server is starting or stopping (57P03)", True),
        ("58030", "the disk under the database server failed to read or write (58030)", False),
        ("XX001", "the database server found its data damaged: look into its log (XX001)", False),
        ("P0001", "the database failed: RaiseError P0001", False),
    ],
)  # fmt: skip
def test_each_code_of_the_server_has_its_sentence(
    code: str, words: str, *, may_come_back: bool
) -> None:
    error = asyncpg.PostgresError.new(
        {"C": code, "M": "the server's words", "D": "a secret", "H": "a hint"}
    )
    with pytest.raises(StoreError) as caught, as_store_errors():
        raise error
    assert str(caught.value) == words
    assert isinstance(caught.value, StoreUnreachable) == may_come_back


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConnectionRefusedError(111, "refused by 10.0.0.1"), "can't be reached (Connection"),
        (socket.gaierror(-2, "no such name"), "can't be looked up"),
        (ssl.SSLError("the certificate"), "can't be reached (SSLError)"),
        (TimeoutError(), "did not answer in time"),
        (asyncpg.TargetServerAttributeNotMatched("no"), "none of the servers of DATABASE_URL"),
    ],
)
def test_a_server_that_is_not_there_is_told_by_the_kind_of_the_failure(
    error: Exception, words: str
) -> None:
    with pytest.raises(StoreUnreachable) as caught, as_store_errors():
        raise error
    assert words in str(caught.value)
    assert "10.0.0.1" not in str(caught.value)


@pytest.fixture
def url(proxy: PostgresProxy, database: StoredDatabase) -> Url:
    """The URL of the test's database with another user, password or database."""

    def changed(**parts: str) -> str:
        return proxy.url_of(make_url(database.url).set(**parts))  # type: ignore[arg-type]

    return changed


@pytest.fixture
def role(database: StoredDatabase) -> Iterator[str]:
    """A user of the server who may log in, but may do nothing else."""
    name = f"nobody_{database.url.rpartition('/')[2].partition('?')[0]}_{next(_numbers)}"
    databases._on_server(f"CREATE ROLE {name} LOGIN")
    yield name
    databases._on_server(f"DROP ROLE {name}")


async def refused(url: str) -> StoreError:
    """The error of a store that is opened and written to."""
    with pytest.raises(StoreError) as caught:
        async with SqlStore(url) as store:
            await store.conversations.set_uid(ConversationKey("the key"), "the secret uid")
    for hidden in ("secret", "127.0.0.1", "\n"):
        assert hidden not in str(caught.value)
    return caught.value


async def test_a_wrong_password_is_told(url: Url) -> None:
    error = await refused(url(username=STRANGER, password="secret"))
    assert "refuses the user or the password of DATABASE_URL (28P01)" in str(error)
    assert not isinstance(error, StoreUnreachable)
    assert "secret" not in repr(error.__cause__)


async def test_a_database_that_is_not_there_is_told(url: Url) -> None:
    assert "does not exist: create it first (3D000)" in str(await refused(url(database="missing")))


async def test_missing_rights_are_told(url: Url, role: str) -> None:
    assert "grant it the rights" in str(await refused(url(username=role)))


async def test_too_many_connections_are_told(url: Url, role: str) -> None:
    databases._on_server(f"ALTER ROLE {role} CONNECTION LIMIT 0")
    error = await refused(url(username=role))
    assert "takes no more connections" in str(error)
    assert isinstance(error, StoreUnreachable)


async def test_an_id_that_is_out_of_range_is_told_without_it(store: SqlStore) -> None:
    with pytest.raises(StoreError) as caught:
        await store.discord.move_watermark(0, 2**63)
    assert "refused a value that it can't hold" in str(caught.value)
    assert str(2**63) not in str(caught.value)
    await store.discord.move_watermark(0, 2**63 - 1)


async def test_something_else_than_postgresql_is_told(proxy: PostgresProxy) -> None:
    """Such as a web server at that port."""

    def answer(reader: object, writer: object) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")  # type: ignore[attr-defined]
        writer.close()  # type: ignore[attr-defined]

    import asyncio  # noqa: PLC0415

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        await refused(f"postgresql+asyncpg://me:secret@127.0.0.1:{port}/bot")
