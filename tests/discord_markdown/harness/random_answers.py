"""Random answers as language models write them: well-formed Markdown of all kinds."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

WORD = st.sampled_from(
    ["alpha", "beta", "gamma delta", "snake_case", "x_1", "naïve", "重要", "f(x)", "3 * 4", "a*b",
     "a ** b", "p || q", "~~", "5", "and", "C++", "50%", "#tag", "v1.2", "5*3", "__init__"]
)  # fmt: skip
INLINE = st.one_of(
    WORD,
    WORD,
    WORD.map(lambda word: f"**{word}**"),
    st.sampled_from(["*soft*", "_soft_", "~~gone~~", "***both***", "**a *b* c**"]),
    st.sampled_from(["`code`", "`a*b`", "`x_`", "`||`", "``a`b``"]),
    st.sampled_from(
        ["[a link](https://x.example/a_b)", "https://x.example/c", "[x.example](https://x.example)",
         "![pic](https://x.example/i.png)", "\\*", "\\_", "$x^2$", "one<br>two", "&lt;", "（注）"]
    ),
)  # fmt: skip
TEXT = st.lists(INLINE, min_size=1, max_size=7).map(" ".join)
PARAGRAPH = st.lists(TEXT, min_size=1, max_size=3).map("\n".join)
CODE_LINES = ["x = 1", "  y()", "# no heading", "- no item", "a*b", "`tick`"]


def _code(lines: list[str]) -> st.SearchStrategy[str]:
    body = st.lists(st.sampled_from(lines), min_size=1, max_size=5).map("\n".join)
    return st.tuples(st.sampled_from(["", "py", "bash", "c++"]), body).map(
        lambda code: f"```{code[0]}\nbegin\n{code[1]}\nend\n```"
    )


TIGHT_CODE = _code(CODE_LINES)
CODE = _code([*CODE_LINES, ""])


def _items(block: st.SearchStrategy[str], most: int = 1) -> st.SearchStrategy[str]:
    """A list; one that stands right below a text has to begin with 1."""

    def list_of(drawn: tuple[str, int, bool, list[tuple[str, list[str]]]]) -> str:
        bullet, number, loose, items = drawn
        lines = []
        for index, (text, blocks) in enumerate(items):
            marker = f"{number + index}. " if bullet == "1" else f"{bullet} "
            parts = [text, *blocks]
            body = ("\n\n" if loose else "\n").join(parts)
            lines.append(marker + textwrap.indent(body, " " * len(marker))[len(marker) :])
        return ("\n\n" if loose else "\n").join(lines)

    item = st.tuples(TEXT, st.lists(block, max_size=2))
    return st.tuples(
        st.sampled_from(["-", "*", "1"]), st.integers(1, most), st.booleans(),
        st.lists(item, min_size=1, max_size=4),
    ).map(list_of)  # fmt: skip


# Code with gaps before nested items is shown in a form that is not right by every reading.
NESTED = _items(st.one_of(TIGHT_CODE, _items(st.one_of(TIGHT_CODE, _items(TIGHT_CODE)))), 12)
LIST = st.one_of(NESTED, _items(CODE, 12))
HEADING = st.tuples(st.integers(1, 5), TEXT).map(lambda drawn: f"{'#' * drawn[0]} {drawn[1]}")
QUOTE = st.one_of(PARAGRAPH, CODE, LIST).map(
    lambda text: "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
)
BLOCK = st.one_of(PARAGRAPH, PARAGRAPH, LIST, CODE, HEADING, QUOTE, st.just("---"))
ANSWER = st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join)
