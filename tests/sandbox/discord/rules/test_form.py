"""What is noted of a field that is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bridge_bot.sandbox.discord.errors import FormErrors, Json
from bridge_bot.sandbox.discord.rules.form import Form

Get = Callable[[Form], object]


@pytest.mark.parametrize(
    ("get", "value", "code"),
    [
        (lambda form: form.text("x", 3, needed=True), None, "BASE_TYPE_REQUIRED"),
        (lambda form: form.text("x", 3, needed=True), "", "BASE_TYPE_BAD_LENGTH"),
        (lambda form: form.text("x", 3), "abcd", "BASE_TYPE_MAX_LENGTH"),
        (lambda form: form.text("x", 3), 1, "STRING_TYPE_CONVERT"),
        (lambda form: form.number("x", 1, 3), 0, "NUMBER_TYPE_MIN"),
        (lambda form: form.number("x", 1, 3), 4, "NUMBER_TYPE_MAX"),
        (lambda form: form.number("x", 1, 3), True, "NUMBER_TYPE_COERCE"),
        (lambda form: form.flag("x"), 1, "BOOLEAN_TYPE_CONVERT"),
        (lambda form: form.one_of("x", (1, 2)), 3, "BASE_TYPE_CHOICES"),
        (lambda form: form.one_of("x", (1, 2), needed=True), None, "BASE_TYPE_REQUIRED"),
        (lambda form: form.url("x", 40), "ftp://a.example", "URL_TYPE_INVALID_SCHEME"),
        (lambda form: form.url("x", 40), "no address", "URL_TYPE_INVALID_URL"),
        (lambda form: form.url("x", 40), "http://[", "URL_TYPE_INVALID_URL"),
        (lambda form: form.child("x"), [], "DICT_TYPE_CONVERT"),
        (lambda form: form.child("x", needed=True), None, "BASE_TYPE_REQUIRED"),
        (lambda form: list(form.children("x", 1)), {}, "LIST_TYPE_CONVERT"),
        (lambda form: list(form.children("x", 1)), [{}, {}], "BASE_TYPE_BAD_LENGTH"),
        (lambda form: list(form.children("x", 1, least=1)), None, "BASE_TYPE_REQUIRED"),
    ],
)
def test_a_wrong_field_is_noted_at_its_path(get: Get, value: object, code: str) -> None:
    errors = FormErrors()
    get(Form({"x": value}, "a.0", errors))
    assert errors.tree["a"]["0"]["x"]["_errors"][0]["code"] == code


@pytest.mark.parametrize(
    ("get", "value"),
    [
        (lambda form: form.text("x", 3, needed=True), "🙂🙂🙂"),
        (lambda form: form.text("x", 3), None),
        (lambda form: form.text("x", 3), ""),
        (lambda form: form.number("x", 1, 3), 3),
        (lambda form: form.flag("x"), False),
        (lambda form: form.one_of("x", (1, 2)), None),
        (lambda form: form.set_of("x", (1, 2)), [2, 1]),
        (lambda form: form.url("x", 40), "discord://-/users/1"),
        (lambda form: list(form.children("x", 1)), None),
    ],
)
def test_a_right_or_missing_field_is_not_noted(get: Get, value: object) -> None:
    errors = FormErrors()
    get(Form({"x": value}, "", errors))
    errors.refuse()
    assert errors.tree == {}


def test_the_items_of_a_list_are_noted_by_their_number() -> None:
    errors = FormErrors()
    given: Json = {"x": [1, 3, 1], "y": [{}, 1]}
    form = Form(given, "", errors)
    form.set_of("x", (1, 2))
    assert [each.path for each in form.children("y", 5)] == ["y.0"]
    assert errors.tree["x"].keys() == {"1", "2"}
    assert errors.tree["y"].keys() == {"1"}
