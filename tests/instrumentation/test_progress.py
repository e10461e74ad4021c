"""How far long work is, as its operator sees it."""

from __future__ import annotations

import io

from bridge_bot.instrumentation.progress import Progress
from tests.harness.written_log import WrittenLog


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_of_each_step() -> None:
    terminal = Terminal()
    with Progress(terminal) as progress:
        for done in (0, 500, 1000):
            progress("moved", done, 1000)
        progress("checked", 250, 1000)
    shown = terminal.getvalue()
    assert "moved: 100%" in shown
    assert "1000/1000" in shown
    assert "checked:  25%" in shown


def test_elsewhere_there_is_a_line_every_five_seconds() -> None:
    log, now_s = WrittenLog(), [0.0]
    log.set_up()
    stream = io.StringIO()
    with Progress(stream, now_s=lambda: now_s[0]) as progress:
        for second in range(13):
            now_s[0] = second
            progress("moved", second * 1000, 7_000_001)
    assert stream.getvalue() == ""
    assert [line.partition(": ")[2] for line in log.lines] == [
        "moved: 5,000 of 7,000,001 rows",
        "moved: 10,000 of 7,000,001 rows",
    ]


def test_a_log_for_programs_has_lines_on_a_terminal_too() -> None:
    terminal = Terminal()
    with Progress(terminal, bar=False, now_s=lambda: 0.0) as progress:
        progress("moved", 1, 2)
    assert terminal.getvalue() == ""
