"""The findings as a table and as JSON."""

from __future__ import annotations

import json

from bridge_bot.check.output import as_json, as_table
from bridge_bot.doctor.finding import Finding

FOUND = [
    Finding("E101", {"problem": "DATABASE_URL is wrong: hunter22 \x1b[31m."}),
    Finding("W310", {"places": ("#general",)}, "Lab (5)"),
    Finding("N320", {"places": ("#general",)}, "Lab (5)"),
]


def test_each_finding_has_its_fields_in_json() -> None:
    rows = json.loads(as_json(FOUND))["findings"]
    assert [each["id"] for each in rows] == [
        "bridge-bot.E101",
        "bridge-bot.W310",
        "bridge-bot.N320",
    ]
    assert rows[1]["level"] == "warning"
    assert rows[1]["object"] == "Lab (5)"
    assert "“Attach Files” in #general" in rows[1]["message"]
    assert rows[1]["hint"] == "Give my role “Attach Files” there."
    assert rows[2]["hint"] == ""


def test_the_table_has_the_exact_fix_below_each_problem_and_counts_them() -> None:
    table = as_table(FOUND, 100).splitlines()
    at = table.index("WARNING  bridge-bot.W310  Lab (5)")
    assert table[at + 1].startswith("    I lack “Attach Files” in #general")
    assert table[at + 2] == "    → Give my role “Attach Files” there."
    assert table[-1] == "errors: 1, warnings: 1, notes: 1"
    assert as_table(FOUND[2:], 100).splitlines()[-2] == "Nothing is wrong."


def test_lines_are_as_long_as_the_terminal_is_wide() -> None:
    assert max(map(len, as_table(FOUND, 40).splitlines())) <= 40


def test_no_secret_and_no_escape_sequence_is_printed() -> None:
    for text in (as_table(FOUND, 100, ["hunter22"]), as_json(FOUND, ["hunter22"])):
        assert "hunter22" not in text
        assert "•••" in text or "\\u2022" in text
        assert "\x1b" not in text
