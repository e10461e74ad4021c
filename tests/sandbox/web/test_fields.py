"""The fields of a request of the page: what is read of them, and what is refused."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from bridge_bot.sandbox.web.fields import FILES_BYTES, Fields, InvalidField

DATA = base64.b64encode(b"data").decode()


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (lambda fields: fields.text("x", most=5), "hello", "hello"),
        (lambda fields: fields.text("y", most=5), "hello", ""),
        (lambda fields: fields.id("x"), "123", 123),
        (lambda fields: fields.maybe_id("y"), "123", None),
        (lambda fields: fields.flag("x"), True, True),
        (lambda fields: fields.flag("y", otherwise=True), False, True),
        (lambda fields: fields.texts("x"), ["a", "b"], ["a", "b"]),
        (lambda fields: fields.texts("y"), ["a"], []),
        (
            lambda fields: fields.form("x", files="y"),
            {"a": "b", "c": True, "d": ["e"]},
            {"a": "b", "c": True, "d": ["e"]},
        ),
        (lambda fields: fields.values("x"), {"a": 1, "b": False}, {"a": 1, "b": False}),
    ],
)
def test_a_field_is_read(read: Callable[[Fields], object], given: object, expected: object) -> None:
    assert read(Fields({"x": given})) == expected


@pytest.mark.parametrize(
    ("read", "given", "message"),
    [
        (lambda fields: fields.text("x", most=5), 5, "has to be a text"),
        (lambda fields: fields.text("x", most=5), "longer", "0 to 5 characters"),
        (lambda fields: fields.text("x", most=5, least=1), "", "1 to 5 characters"),
        (lambda fields: fields.text("x", most=5), "\ud800", "half a character"),
        (lambda fields: fields.id("x"), 123, "has to be an id"),
        (lambda fields: fields.id("x"), "1" * 21, "has to be an id"),
        (lambda fields: fields.id("y"), "1", "is missing"),
        (lambda fields: fields.flag("x"), "yes", "true or false"),
        (lambda fields: fields.texts("x"), ["a"] * 26, "up to 25"),
        (lambda fields: fields.form("x", files="y"), ["a"], "has to be an object"),
        (lambda fields: fields.form("x", files="y"), {"a": [1]}, "has to be a text"),
        (lambda fields: fields.values("x"), {"a": []}, "a has to be a text, a number"),
        (lambda fields: fields.files("x"), ["a"], "has to be an object"),
        (lambda fields: fields.files("x"), [{"name": "f", "data": "%"}], "did not arrive whole"),
        (lambda fields: fields.files("x"), [{}] * 11, "up to 10 files"),
    ],
)
def test_a_field_that_is_not_valid_is_refused_with_a_sentence(
    read: Callable[[Fields], object], given: object, message: str
) -> None:
    with pytest.raises(InvalidField, match=message):
        read(Fields({"x": given}))


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("notes.txt", "text/plain", ("notes.txt", "text/plain")),
        ('../a"b', "", ("_a_b", "application/octet-stream")),
        (" . ", "text/plain\n", ("file", "application/octet-stream")),
    ],
)
def test_a_file_has_a_safe_name_and_type(name: str, kind: str, expected: tuple[str, str]) -> None:
    (file,) = Fields({"x": [{"name": name, "type": kind, "data": DATA}]}).files("x")
    assert (file.filename, file.content_type, file.data) == (*expected, b"data")


def test_the_files_of_a_message_have_a_size_together() -> None:
    half = base64.b64encode(bytes(FILES_BYTES // 2 + 1)).decode()
    with pytest.raises(InvalidField, match="MiB together"):
        Fields({"x": [{"name": "f", "data": half}] * 2}).files("x")
