"""How findings are said to members."""

from __future__ import annotations

from bridge_bot.discord_adapter.intake.doctor.wording import MOST_CHARS, doctor_text
from bridge_bot.doctor.finding import Finding
from bridge_bot.texts import Texts
from tests.harness.english import text

ENGLISH = Texts.of("en")


def test_each_finding_is_told_with_its_hint_and_its_id() -> None:
    said = doctor_text([Finding("W310", {"places": ("<#5>",)})], ENGLISH).splitlines()
    assert said[0] == text("doctor-head")
    assert said[1].startswith("⚠️ I lack “Attach Files” in <#5>")
    assert said[2] == "-# → Give my role “Attach Files” there. `bridge-bot.W310`"


def test_where_nothing_is_wrong_that_is_said_beside_the_notes() -> None:
    assert text("doctor-all-well") in doctor_text([], ENGLISH)
    said = doctor_text([Finding("N320", {"places": ("<#5>",)})], ENGLISH)
    assert text("doctor-all-well") in said
    assert "bridge-bot.N320" in said
    assert text("doctor-all-well") not in doctor_text([Finding("E322")], ENGLISH)


def test_what_does_not_fit_is_counted() -> None:
    """All that a message is made of may have 4,000 characters (Discord's documentation)."""
    many = [Finding("E317", about=str(number)) for number in range(60)]
    said = doctor_text(many, ENGLISH)
    assert len(said) < MOST_CHARS + 100
    shown = said.count("bridge-bot.E317")
    assert said.endswith(text("doctor-more", count=60 - shown))
