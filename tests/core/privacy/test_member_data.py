"""A member gets one file that fits into a message, and is told what was removed."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from bridge_bot.core.ports import Forgotten, MemberRows
from bridge_bot.core.privacy.member_data import export_file, export_json, forgotten_text
from bridge_bot.texts import Texts
from tests.harness.english import ENGLISH, text

ROWS: MemberRows = {"votes": [{"turn_id": "7", "comment": "☃ " * 500, "reasons": None}]}
AT_S = 1_795_000_000.9


def test_the_file_is_json_and_says_whose_it_is_and_of_when() -> None:
    file = export_file(42, ROWS, AT_S, most_bytes=10_000)
    assert file is not None
    assert file.name == "export.json"
    assert json.loads(file.content) == {
        "member_id": "42",
        "exported_at": "2026-11-18T11:06:40+00:00",
        "tables": ROWS,
    }


def test_a_larger_one_is_zipped_and_one_that_is_still_too_large_is_none() -> None:
    file = export_file(42, ROWS, AT_S, most_bytes=500)
    assert file is not None
    assert (file.name, len(file.content) <= 500) == ("export.zip", True)
    with ZipFile(BytesIO(file.content)) as archive:
        assert archive.read("export.json").decode() == export_json(42, ROWS, AT_S)
    assert export_file(42, ROWS, AT_S, most_bytes=100) is None


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
def test_what_was_removed_is_counted_and_what_stays_is_said(texts: Texts) -> None:
    told = forgotten_text(Forgotten(11, 12, 13, 14, left=15), texts)
    assert all(str(count) in told for count in range(11, 16))
    assert texts.get("forget-stays") in told
    assert texts.get("forget-elsewhere") in told
    assert len(told) < 3000


def test_nothing_is_said_of_questions_that_are_left_where_none_are() -> None:
    told = forgotten_text(Forgotten(1, 2, 3, 4), ENGLISH)
    assert text("forget-left", count=0) not in told
