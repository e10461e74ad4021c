"""What the checks find in a catalogue, and that they name the file and the key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bridge_bot.texts import FOLDER
from bridge_bot.texts.checks import Checks, problems_of_overrides

RUSSIAN = """refused-queue-full =
    {{ $limit ->
        [one] {one}
        [few] Здесь ждут уже {{ $limit }} вопроса.
        [many] Здесь ждут уже {{ $limit }} вопросов.
       *[other] Здесь ждут уже {{ $limit }} вопроса.
    }}
"""


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("hint-empty = Ask!\n", ""),
        ("hint-empty = Ask me something: write your question behind my name.", ""),
        ("hint-empy = Ask!", "hint-empy: there is no such key"),
        ("hint-empty = Ask!\nhint-empty = Ask?", "hint-empty: it is there twice"),
        ("hint-empty = Ask { me!", "hint-empty: line 1 is not Fluent: "),
        ("  hint-empty = Ask!", "line 1 is not Fluent: "),
        ("hint-empty = { -brand } asks", "hint-empty: it has a term, which is not supported"),
        ("hint-empty = Ask { $whom }!", "hint-empty: there is no $whom here"),
        ("language-layer-me = As you like.", "language-layer-me: it lacks $language"),
        ('hint-empty = { "" }', "hint-empty: it is empty"),
        ("hint-empty =\n    .title = Ask", "hint-empty: it has no text"),
        (
            f"control-stop = {'x' * 35}",
            "control-stop: it has up to 35 characters; a button takes 34",
        ),
        (
            f"about-form = {'𝒳' * 23}",
            "about-form: it has up to 46 characters; a form's title or label",
        ),
        (f"hint-empty = {'x' * 2001}", "hint-empty: it has up to 2001 characters; a message takes"),
        ("error-store =\n    One.\n    Two.", "error-store: it has a line break"),
        ("hint-empty = Hello @everyone", "hint-empty: it could ping"),
        ("hint-empty = Hello <@&123>", "hint-empty: it could ping"),
        ("about-shown = -# { $link }について", "about-shown: a link needs a blank"),
        ("about-shown = -# About { $link }.", ""),
        ("help-direct = Use `/ask.", "help-direct: a “`” is not closed"),
        ("help-direct = **Ask.", "help-direct: a “**” is not closed"),
        ("hint-empty = Ask\u202e me", "hint-empty: it has a hidden character, U+202E"),
        ("hint-empty = Ask\u2068 me", "hint-empty: an isolate (U+2066 to U+2068) is not closed"),
        ("hint-empty = \u2068Ask\u2069 me", ""),
        (
            "private-thread = Here. { $link ->\n    [no] You asked:\n   *[other] { $link }\n}",
            "private-thread: $link is never “no”",
        ),
        (
            "private-thread = Here. { $link ->\n   *[other] { $link }\n}",
            "private-thread: it lacks the text for $link “none”",
        ),
        (
            "usage-title = { $days ->\n    [few] { $days }\n   *[other] { $days } days\n}",
            "usage-title: $days is never “few”",
        ),
        (
            "usage-title = { $days ->\n    [one] a day\n   *[other] days\n}",
            "usage-title: $days reads the same for",
        ),
        ("usage-total = " + "x" * 25, "usage-total: it has up to 25 characters"),
        ("request-id = @{ $request_id }", "request-id: it could ping"),
        ('refused-guild = { "\\u202E" }No', "refused-guild: it has a hidden character, U+202E"),
        ('refused-guild = { "\\u200F" }No', ""),
        ("ending-notice = { $notice }!", "ending-notice: it has to begin as the English one does"),
        ("ending-notice = ⚠️ So: { $notice }", ""),
        (
            "ask-file-name = question",
            "ask-question-name and ask-file-name: two options of /ask are called “question”",
        ),
        (
            "usage-more = " + "{ $count ->\n [one] a\n *[other] " * 99 + "b" + "\n }" * 99,
            "too many choices",
        ),
    ],
)
def test_a_fault_is_told_with_its_file_and_key(tmp_path: Path, source: str, told: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.ftl").write_text(source, "utf-8")
    problems = [str(each) for each in problems_of_overrides(tmp_path)]
    if told:
        assert any(each.startswith(f"en/own.ftl: {told}") for each in problems), problems
    else:
        assert problems == []


def test_in_russian_21_is_not_said_as_1(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    file = tmp_path / "ru" / "own.ftl"
    file.write_text(RUSSIAN.format(one="Здесь ждёт уже { $limit } вопрос."), "utf-8")
    assert problems_of_overrides(tmp_path) == []
    file.write_text(RUSSIAN.format(one="Здесь уже ждёт один вопрос."), "utf-8")
    (problem,) = problems_of_overrides(tmp_path)
    assert str(problem) == "ru/own.ftl: refused-queue-full: $limit reads the same for 1 and 21"


def test_what_is_no_catalogue_is_told(tmp_path: Path) -> None:
    for name in ("nl", "tlh", "de"):
        (tmp_path / name).mkdir()
    (tmp_path / "README").write_text("")
    (tmp_path / ".git").mkdir()
    (tmp_path / "nl" / "own.ftl").write_bytes("hint-empty = Zeg één woord".encode("latin-1"))
    (tmp_path / "de" / "own.txt").write_text("")
    assert [str(each) for each in problems_of_overrides(tmp_path)] == [
        "README: a catalogue is in a folder of its language",
        "de/own.txt: a catalogue is a file *.ftl",
        "nl/own.ftl: it is not UTF-8",
        "tlh: Discord has no such locale",
    ]
    missing = problems_of_overrides(tmp_path / "missing")
    assert [str(each) for each in missing] == [
        "the folder can't be read: No such file or directory"
    ]


def test_a_folder_whose_entries_cannot_be_looked_at_is_told(tmp_path: Path) -> None:
    """As one that may be listed, but not entered."""
    (tmp_path / "en").symlink_to("x" * 300)
    assert [str(each) for each in problems_of_overrides(tmp_path)] == [
        "the folder can't be read: File name too long"
    ]


def test_sentences_that_are_one_message_have_its_limit_together(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    long = "\n".join(f"{key} = {'x' * 700}" for key in ("help-new", "help-files", "help-about"))
    (tmp_path / "en" / "own.ftl").write_text(long, "utf-8")
    (problem,) = problems_of_overrides(tmp_path)
    assert "/help has up to" in str(problem)
    assert "help-new" in str(problem)


def test_ours_are_complete_and_each_in_the_file_of_the_english_one(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    for path in (FOLDER / "en").glob("*.ftl"):
        source = path.read_text("utf-8").replace("hint-empty =", "# ")
        (tmp_path / "nl" / path.name).write_text(source, "utf-8")
    with (tmp_path / "nl" / "terminal.ftl").open("a") as terminal:
        terminal.write("help-new = /old\n")
    commands = tmp_path / "nl" / "commands.ftl"
    commands.write_text(commands.read_text("utf-8").replace("help-new =", "# "), "utf-8")
    assert [str(each) for each in Checks(tmp_path, is_ours=True).problems("nl")] == [
        "nl/terminal.ftl: help-new: it belongs into commands.ftl",
        "nl/questions.ftl: hint-empty: it is missing",
        "nl/terminal.ftl: help-new: it has other “`” than the English one",
        "nl/terminal.ftl: help-new: names differ from the English ones: /new",
    ]


def test_a_file_that_has_no_end_or_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    os.mkfifo(tmp_path / "de" / "pipe.ftl")
    (tmp_path / "de" / "large.ftl").write_text("#" * 1_000_001)
    assert [str(each) for each in problems_of_overrides(tmp_path)] == [
        "de/large.ftl: it can't be read: it has more than 1,000,000 bytes",
        "de/pipe.ftl: it can't be read: it is no file",
    ]


def test_what_stands_beside_the_tables_of_usage_leaves_room_for_them(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.ftl").write_text("usage-legend = " + "x" * 990)
    (problem,) = problems_of_overrides(tmp_path)
    assert str(problem).startswith("en: /usage has up to 1")
