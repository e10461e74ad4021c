"""Every sink gets every event, whatever becomes of the others."""

from __future__ import annotations

from bridge_bot.core.events import AccessBack, Event
from bridge_bot.instrumentation import observe_with
from tests.harness.written_log import WrittenLog


def failing(event: Event) -> None:
    raise ZeroDivisionError(type(event).__name__)


def test_every_sink_gets_every_event_in_order() -> None:
    got: list[tuple[str, Event]] = []
    observe = observe_with(
        [lambda event: got.append(("one", event)), lambda event: got.append(("two", event))]
    )
    event = AccessBack()
    observe(event)
    assert got == [("one", event), ("two", event)]


def test_a_sink_that_raises_disturbs_nobody_and_is_logged_once(log: WrittenLog) -> None:
    log.set_up()
    got: list[Event] = []
    observe = observe_with([failing, got.append])
    for _ in range(3):
        observe(AccessBack())
    assert got == [AccessBack()] * 3
    assert sum("has failed at AccessBack" in line for line in log.lines) == 1
    assert log.written.getvalue().count("ZeroDivisionError: AccessBack") == 1


def test_each_sink_that_raises_is_logged(log: WrittenLog) -> None:
    log.set_up()
    observe = observe_with([failing, failing])
    observe(AccessBack())
    assert sum("has failed" in line for line in log.lines) == 2


def test_without_sinks_nothing_happens() -> None:
    observe_with([])(AccessBack())
