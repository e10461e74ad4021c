"""No text that is shown in Discord stands outside of the catalogues.

What the parts that speak in Discord write in words is looked at: the core, the Discord adapter and
the doctor. Not shown there, and so in English where it stands, is what only the operator reads: the
texts of exceptions and of the log, names of tasks and routes. The commands in the terminal are
other parts, and the sandbox is.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bridge_bot

PACKAGE = Path(bridge_bot.__file__).parent
WORDS = re.compile(r"[^\W\d_]{2,}[ \N{NO-BREAK SPACE}][^\W\d_]{2,}")

READ_BY_OPERATORS = {
    "core/events/operation.py",  # what failed, and what becomes of it, in the log
    "core/events/services.py",  # what is not reached, in the log
    "discord_adapter/connection.py",  # why the start was refused
    "discord_adapter/inspection/application.py",  # names of permissions, in `bridge-bot check`
    "discord_adapter/inspection/inspection.py",  # why Discord could not be asked, there
    "discord_adapter/intake/handoff/help_role.py",  # why nobody was called, in the log
    "discord_adapter/rest/responses.py",  # why Discord refused something, in errors
    "discord_adapter/rest/user_agent.py",
    "doctor/codes.py",  # the table of findings in the documentation
}
NOT_SAID = {
    "core/languages.py",  # names of languages, in themselves
    "discord_adapter/rest/threads/thread_names.py",  # what members begin a question with
}
OF_OPERATORS = {"Route", "log", "start", "add_note", "_lost", "_refused_for_now", "withdraw"}
"""What is called with names and reasons that only operators read."""


def exceptions() -> set[str]:
    """The names of the exceptions of Python and of the package."""
    classes = [
        (node.name, {ast.unparse(base).rpartition(".")[2] for base in node.bases})
        for path in PACKAGE.rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    known = {name for name in vars(builtins) if name.endswith(("Error", "Exception"))}
    while more := {name for name, bases in classes if bases & known} - known:
        known |= more
    return known


def sentences(source: str, operators: set[str]) -> Iterator[str]:
    """The texts of several words in a module, but for docstrings and what operators read."""
    nodes = [*ast.walk(ast.parse(source))]
    left_out: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(id(node.value))
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).rpartition(".")[2] in operators | {"__init__", "compile"}
        ):
            left_out.update(id(each) for each in ast.walk(node))
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)) if id(node) not in left_out and WORDS.search(text):
                yield f"{node.lineno}: {text}"


def test_no_text_of_several_words_is_said_by_a_module_itself() -> None:
    operators = exceptions() | OF_OPERATORS
    found = []
    for part in ("core", "discord_adapter", "doctor"):
        for path in sorted((PACKAGE / part).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            if name not in READ_BY_OPERATORS | NOT_SAID:
                texts = sentences(path.read_text("utf-8"), operators)
                found += [f"{name}:{each}" for each in texts]
    assert found == []


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ('respond(interaction, "Please try again.")', True),
        ('def f():\n    """Says it."""\n    return f"You have {n} new questions"', True),
        ('ui.Button(label="Try again")', True),
        ('raise ValueError("not a number")', False),
        ('self._tasks.start(work, name="saving the usage")', False),
        ('turns.withdraw(PlaceGone("the thread was deleted"))', False),
        ('texts.get("refused-guild")', False),
    ],
)
def test_the_test_tells_what_is_said(source: str, is_found: bool) -> None:
    assert any(sentences(source, {"PlaceGone", *OF_OPERATORS})) is is_found
