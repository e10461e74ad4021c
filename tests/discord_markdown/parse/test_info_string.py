"""The info string of a fence: what of it is code."""

from __future__ import annotations

import time

import pytest

from bridge_bot.discord_markdown.parse.info_string import code_start, is_language


@pytest.mark.parametrize(
    "info",
    ["", "py", " py", "c++", "npm", 'js title="a b"', "js {1,3-5} showLineNumbers", "js{1}",
     "{.py}", '{.py #id hl_lines="1 3"}', "{r, echo=FALSE}", "{python}", "rust,no_run",
     "ts:src/main.ts", "diff lang=js", "py linenums='1' file=x.py"],
)  # fmt: skip
def test_a_language_and_attributes_are_no_code(info: str) -> None:
    assert code_start(info) == len(info)


@pytest.mark.parametrize(
    ("info", "code"),
    [
        ("sh npm ci", "npm ci"),
        ('json  {"a": 1}', '{"a": 1}'),
        ("json {}", "{}"),
        ("py {1: 2}", "{1: 2}"),
        ("py x = 1", "x = 1"),
        ("sh FOO=bar", "FOO=bar"),
        ('js title="x" a()', 'title="x" a()'),
    ],
)
def test_behind_a_language_all_else_is_code(info: str, code: str) -> None:
    assert info[code_start(info) :] == code


@pytest.mark.parametrize(
    "info",
    ["npm install foo", "Hello, this is it", "Hello,", '{"a": 1}', "print('x')", "<div>", "重要",
     "$ ls", "x=1", "FOO=bar", "http://x.example", "text: so", "python main.py", "bash -c x",
     "make install", "less than", "Swift is fast", "a-word-that-is-longer-than-any-language"],
)  # fmt: skip
def test_without_the_name_of_a_language_all_is_code_and_so_is_a_command(info: str) -> None:
    assert code_start(info) == 0


def test_behind_a_space_no_language_stands_before_code() -> None:
    assert code_start(" sh npm ci") == 1


@pytest.mark.parametrize(("info", "known"), [("py", True), ("JSON ", True), ("npm", False)])
def test_a_language_that_is_known(info: str, known: bool) -> None:
    assert is_language(info) is known


@pytest.mark.parametrize("part", ["a=", "aa=a ", "a.", "{a=", '"', "{1,", " ", ",", "aa='", "sh -"])
def test_a_long_info_string_is_read_at_once(part: str) -> None:
    began = time.process_time()
    for language in ("", "sh ", "sh title="):
        code_start(f"{language}{part * (2000 // len(part))}!")
    assert time.process_time() - began < 0.5
