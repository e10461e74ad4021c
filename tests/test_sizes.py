"""How large the package's functions, modules and folders may be."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import bridge_bot

PACKAGE = Path(bridge_bot.__file__).parent

MOST_LINES_OF_FUNCTION = 50
MOST_LINES_OF_MODULE = 300
MOST_MODULES_OF_FOLDER = 12  # beside its `__init__.py`


def lines_of_functions(source: str) -> dict[str, int]:
    """How many lines each function has, from its `def` to its end; methods too."""
    return {
        f"{node.name}:{node.lineno}": (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_functions_modules_and_folders_are_small_enough_to_be_read_as_a_whole() -> None:
    sources = {
        file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8")
        for file in PACKAGE.rglob("*.py")
    }
    modules = {file: len(source.splitlines()) for file, source in sources.items()}
    folders = Counter(file.rpartition("/")[0] for file in sources if "__init__" not in file)
    functions = {
        f"{file}: {name}": lines
        for file in _larger_than(MOST_LINES_OF_FUNCTION, modules)
        for name, lines in lines_of_functions(sources[file]).items()
    }
    assert len(functions) > 1000
    assert _larger_than(MOST_LINES_OF_FUNCTION, functions) == {}
    assert _larger_than(MOST_LINES_OF_MODULE, modules) == {}
    assert _larger_than(MOST_MODULES_OF_FOLDER, folders) == {}


def test_a_function_is_counted_with_what_stands_in_it() -> None:
    source = (
        "class A:\n    async def f(\n        self\n    ):\n        def g(): ...\n\n        g()\n"
    )
    assert lines_of_functions(source) == {"f:2": 6, "g:5": 1}


def _larger_than(most: int, sizes: Mapping[str, int]) -> dict[str, int]:
    return {name: size for name, size in sizes.items() if size > most}
