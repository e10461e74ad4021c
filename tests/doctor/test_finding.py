"""What every finding has: an id, a level, words and, where something is to be done, a hint."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bridge_bot
from bridge_bot.core import errors
from bridge_bot.doctor.codes import CODES, OF_OPERATOR, OF_SERVER
from bridge_bot.doctor.finding import Finding, Level, Named, worst_first
from bridge_bot.texts import Texts
from tests.harness.english import KEYS

ENGLISH = Texts.of("en")
PACKAGE = Path(bridge_bot.__file__).parent


def test_every_code_has_a_text_and_a_hint_and_no_text_is_left_over() -> None:
    texts = {key for key in KEYS if re.match(r"doctor-[EWN]\d{3}", key)}
    assert texts == {f"doctor-{code}{ending}" for code in CODES for ending in ("", "-hint")}


def test_exactly_the_codes_of_the_table_are_made_somewhere() -> None:
    modules = (PACKAGE / "doctor").rglob("*.py")
    written = {
        code
        for module in modules
        if module.name != "codes.py"
        for code in re.findall(r'"([EWN]\d{3})"', module.read_text("utf-8"))
    }
    assert written == CODES.keys()


def test_every_error_says_what_to_do() -> None:
    catalogue = (PACKAGE / "texts/en/doctor.ftl").read_text("utf-8")
    silent = re.findall(r"^doctor-(E\d{3})-hint = -$", catalogue, re.MULTILINE)
    assert silent == []


def test_no_number_is_used_twice() -> None:
    numbers = [code[1:] for code in CODES]
    assert len(numbers) == len(set(numbers)) == len(OF_OPERATOR) + len(OF_SERVER)


def test_an_unknown_code_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        Finding("E999")


@pytest.mark.parametrize(
    ("code", "level"), [("E302", Level.ERROR), ("W310", Level.WARNING), ("N312", Level.NOTE)]
)
def test_the_code_tells_id_and_level(code: str, level: Level) -> None:
    finding = Finding(code, {"places": ("#a",)})
    assert (finding.id, finding.level) == (f"bridge-bot.{code}", level)


def test_of_many_places_the_first_are_named_and_the_others_counted() -> None:
    many = tuple(f"#c{number}" for number in range(8))
    assert "#c0, #c1, #c2, #c3, #c4 and 3 more" in Finding("W310", {"places": many}).message(
        ENGLISH
    )
    assert "in #c0, so" in Finding("W310", {"places": many[:1]}).message(ENGLISH)


def test_a_hint_of_nothing_is_empty() -> None:
    assert Finding("N320", {"places": ("#a",)}).hint(ENGLISH) == ""
    assert Finding("E322").hint(ENGLISH)


def test_the_worst_comes_first_and_the_rest_as_it_was_found() -> None:
    found = [Finding(code, {"places": ("#a",)}) for code in ("N312", "W311", "E302", "W310")]
    assert [each.code for each in worst_first(found)] == ["E302", "W311", "W310", "N312"]


def test_every_reason_why_a_question_is_refused_on_a_server_or_an_answer_fails_has_words() -> None:
    elsewhere = {"refused-dms", "refused-dms-stranger", "refused-no-member"}
    reasons = {key for key in KEYS if key.startswith("refused-")} - elsewhere
    failures = (errors.AnswerError, errors.PlatformError, errors.StoreError)
    kinds = [each for each in vars(errors).values() if isinstance(each, type)]
    reasons |= {each.text_key for each in kinds if issubclass(each, failures)}
    assert len(reasons) > 30
    assert [each for each in reasons if f"doctor-reason-{each}" not in KEYS] == []


def test_a_text_that_does_not_exist_is_said_by_another() -> None:
    reason = Named("doctor-reason-none", "doctor-reason-other")
    assert "another reason" in Finding("W328", {"reason": reason}).message(ENGLISH)
