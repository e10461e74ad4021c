"""Which message is written next, and how urgently: a table of what is wanted and what is shown."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import (
    LinkRefused,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.model import OutgoingMessage
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.compose import Composition, compose
from bridge_bot.core.replies.draft import Draft, Phase
from bridge_bot.core.replies.reconcile import DeleteLast, Reconciler, Step, Write, reconcile
from bridge_bot.discord_markdown import CURSOR

LIMIT_CHARS = 200
LONG = "".join(f"word{number:03} " for number in range(100))


def messages(*texts: str | None) -> list[OutgoingMessage | None]:
    return [None if text is None else OutgoingMessage(text) for text in texts]


def wanted(phase: Phase, *texts: str, final: int = 0, start: int = 0) -> Composition:
    return Composition(phase, [OutgoingMessage(text) for text in texts], start, final)


GROWING, ENDED = Phase.GROWING, Phase.ENDED


@pytest.mark.parametrize(
    ("composition", "shown", "step"),
    [
        (wanted(Phase.EMPTY), [], None),
        (wanted(Phase.HINT, "hint"), [], Write(0)),
        (wanted(Phase.HINT, "hint"), ["hint"], None),
        (wanted(GROWING, f"one {CURSOR}"), [], Write(0)),
        (wanted(GROWING, f"one two {CURSOR}"), [f"one {CURSOR}"], Write(0)),
        (wanted(GROWING, "one", f"two {CURSOR}", final=1), [f"on {CURSOR}"], Write(0)),
        (wanted(GROWING, "one", f"two {CURSOR}", final=1), ["one"], Write(1)),
        (wanted(GROWING, "one", f"two {CURSOR}", final=1), ["one", f"two {CURSOR}"], None),
        (wanted(ENDED, "one", "two", final=2), ["one", f"two {CURSOR}"], Write(1)),
        (wanted(ENDED, "one", "two", final=2), ["one", None], Write(1)),
        (wanted(ENDED, "one", "two", final=2), ["one", "two"], None),
        (wanted(ENDED, "two", final=2, start=1), ["one", "two"], None),
        (wanted(ENDED, "one", final=1), ["one", "left over"], DeleteLast()),
        (wanted(ENDED, "one", final=1), ["won", "left over"], Write(0)),
        (wanted(GROWING, f"one {CURSOR}"), ["one two", "three"], None),
        (wanted(GROWING, f"one {CURSOR}"), ["won two", "three"], Write(0)),
        (wanted(ENDED, "one", final=1), ["one two", "three"], Write(0)),
        (wanted(ENDED), ["hint"], DeleteLast()),
        (wanted(ENDED), [], None),
    ],
)
def test_the_first_message_that_does_not_say_what_is_wanted_is_next(
    composition: Composition, shown: list[str | None], step: Step | None
) -> None:
    """What messages from before a crash show beyond what has come is not taken back."""
    assert reconcile(composition, messages(*shown), refused={}) == step


def test_a_text_takes_the_place_of_a_hint_though_the_hint_begins_like_it() -> None:
    text = wanted(GROWING, f"So {CURSOR}")
    shown = messages("So it waits.")
    assert reconcile(text, shown, shows_hint=True, refused={}) == Write(0)


@pytest.mark.parametrize(
    ("phase", "text", "step"),
    [(GROWING, "x" * 19, None), (GROWING, "x" * 20, Write(0)), (ENDED, "x" * 11, Write(0))],
)
def test_a_page_that_was_refused_is_written_when_it_is_twice_as_long_or_complete(
    phase: Phase, text: str, step: Step | None
) -> None:
    composition = wanted(phase, text, final=int(phase is ENDED))
    assert reconcile(composition, [], refused={0: 10}) == step


def write(reconciler: Reconciler, shown: list[OutgoingMessage | None], number: int) -> str:
    """Write that message, as a platform does; return what it says."""
    message = reconciler.render(number)
    assert message is not None
    shown[number : number + 1] = [message]
    return message.text


def test_a_page_that_grows_is_looked_at_when_it_may_be_written_and_not_before() -> None:
    draft, shown = Draft(LIMIT_CHARS), messages()
    reconciler = Reconciler(draft, shown)
    draft.add("one ")
    assert reconciler.next_step() == Write(0)
    assert write(reconciler, shown, 0) == f"one {CURSOR}"
    assert reconciler.next_step() is None
    for _ in range(3):
        draft.add("two ")
        assert reconciler.next_step() == Write(0)
        assert draft.has_news
    assert write(reconciler, shown, 0) == f"one two two two {CURSOR}"
    draft.add("![")
    assert reconciler.next_step() == Write(0)
    assert reconciler.render(0) is None
    assert reconciler.next_step() is None


def test_messages_are_written_in_order_up_to_the_last_state() -> None:
    draft, shown = Draft(LIMIT_CHARS), messages()
    reconciler = Reconciler(draft, shown)
    steps = list[Step | None]()
    for piece in (LONG[:40], LONG[40:300], LONG[300:]):
        draft.add(piece)
        while (step := reconciler.next_step()) is not None:
            steps.append(step)
            assert isinstance(step, Write)
            write(reconciler, shown, step.number)
    draft.end()
    while isinstance(step := reconciler.next_step(), Write):
        write(reconciler, shown, step.number)
    assert step is None
    assert shown == compose(draft).messages
    numbers = [step.number for step in steps if isinstance(step, Write)]
    assert numbers == sorted(numbers)


def test_priorities_follow_what_someone_waits_for() -> None:
    draft, shown = Draft(LIMIT_CHARS), messages()
    reconciler = Reconciler(draft, shown)
    draft.set_hint("hint")
    assert reconciler.priority(0) is Priority.FIRST_TEXT
    write(reconciler, shown, 0)
    draft.set_hint("another")
    assert reconciler.priority(0) is Priority.INTERIM
    draft.add("text")
    assert reconciler.priority(0) is Priority.FINAL
    write(reconciler, shown, 0)
    assert reconciler.priority(0) is Priority.INTERIM
    assert reconciler.priority(1) is Priority.FIRST_TEXT
    draft.end()
    assert reconciler.priority(0) is Priority.FINAL


@pytest.mark.parametrize(
    ("text", "is_ended", "error", "goes_on"),
    [
        ("one", False, TextRefused("no"), True),
        ("one", True, TextRefused("no"), False),
        ("https://a.example", True, LinkRefused("no"), True),
        ("no link", True, LinkRefused("no"), False),
        ("one", False, PlatformForbidden("no"), False),
        ("one", False, PlatformRejected("no"), False),
        ("", False, TextRefused("no"), True),
        ("", False, PlatformForbidden("no"), False),
        (LONG, True, PlatformForbidden("no"), False),
    ],
)
def test_what_is_refused_ends_the_reply_unless_there_is_something_else_to_show(
    text: str, is_ended: bool, error: PlatformError, goes_on: bool
) -> None:
    """Without text it is the hint that was refused, which can be left out."""
    draft = Draft(LIMIT_CHARS)
    reconciler = Reconciler(draft, messages())
    draft.set_hint("hint")
    if text:
        draft.add(text)
    if is_ended:
        draft.end()
    assert reconciler.render(0) is not None
    assert reconciler.can_do_without(0, error) is goes_on


@pytest.mark.parametrize("kind", [PlatformForbidden, PlatformRejected, TextRefused])
def test_where_a_file_is_refused_all_pages_are_shown(kind: type[PlatformError]) -> None:
    draft, shown = Draft(LIMIT_CHARS, max_pages=2, file_text="rest"), messages()
    reconciler = Reconciler(draft, shown)
    draft.add(LONG)
    draft.end()
    for number in range(2):
        write(reconciler, shown, number)
    assert reconciler.next_step() == Write(2)
    assert reconciler.can_do_without(2, kind("no"))
    while isinstance(step := reconciler.next_step(), Write):
        write(reconciler, shown, step.number)
    assert len(shown) > 3
    assert " ".join(message.text for message in shown if message).split() == LONG.split()


def test_a_state_that_is_refused_after_the_answer_has_ended_leaves_its_last_state_to_be_tried() -> (
    None
):
    draft, shown = Draft(LIMIT_CHARS), messages()
    reconciler = Reconciler(draft, shown)
    draft.add("one ")
    assert reconciler.render(0) is not None
    draft.end()
    assert reconciler.can_do_without(0, TextRefused("no"))
    assert reconciler.next_step() == Write(0)
    assert reconciler.render(0) == OutgoingMessage("one")
    assert not reconciler.can_do_without(0, TextRefused("no"))
