"""The buttons of a row: those of its state that are offered, in order, labelled."""

from __future__ import annotations

from bridge_bot.core.model import Button, Control
from bridge_bot.core.replies.control_row import ControlRow
from bridge_bot.texts import Texts

TEXTS = Texts.of("en")


def test_each_state_of_a_reply_has_its_buttons_for_the_turn() -> None:
    row = ControlRow(7, TEXTS)
    assert row.growing == (Button(Control.STOP, 7, "Stop"),)
    assert row.complete == (
        Button(Control.REGENERATE, 7, "Regenerate"),
        Button(Control.UPVOTE, 7, "", "👍"),
        Button(Control.DOWNVOTE, 7, "", "👎"),
    )
    assert row.ended_early == (Button(Control.TRY_AGAIN, 7, "Try again"),)


def test_what_is_not_offered_is_not_shown() -> None:
    row = ControlRow(7, TEXTS, offered=frozenset())
    assert (row.growing, row.complete, row.ended_early) == ((), (), ())
    offered = row.with_offer(Control.SOURCES).complete
    assert offered == (Button(Control.SOURCES, 7, "Sources"),)
    assert row.with_offer(Control.STOP).growing == ControlRow(7, TEXTS).growing


def test_people_are_offered_last_wherever_an_answer_has_ended() -> None:
    row = ControlRow(7, TEXTS).with_offer(Control.HELP)
    ends = [row.growing[-1], row.complete[-1], row.ended_early[-1]]
    assert [each.control for each in ends] == [Control.STOP, Control.HELP, Control.HELP]
