"""How much of a section is quoted."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox.docs_bot.quotes import cut, quote
from bridge_bot.sandbox.docs_bot.sections import sections


def test_a_long_section_is_quoted_around_what_was_asked_for() -> None:
    rows = "\n".join(f"* item {number:03} of the list" for number in range(100))
    section = next(sections("x.md", f"# A\n\nIntro.\n\n{rows}\n"))
    quoted = quote(section, ["077"], 300)
    assert "item 077 of" in quoted
    assert quoted.startswith("…\n\n* item")
    assert quoted.endswith("\n\n…")
    assert len(quoted) < 320


def test_a_cut_code_block_is_closed() -> None:
    code = "```python\n" + "print('tea')\n" * 100 + "```"
    assert cut(code, 200).count("```") == 2
    assert cut(code, 200).endswith("\n```")


@example(["```", "word " * 20], 200)
@example(["* item", "  ```", "  word " * 20], 60)
@example(["1. item", "", "   ```text", "   word", "   word " * 20], 60)
@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["```", "~~~~", "`x`", "word " * 9, "* item", "  ```"]), max_size=40),
    st.integers(20, 200),
)
def test_a_quotation_never_leaves_a_fence_open_nor_grows_much(lines: list[str], limit: int) -> None:
    for section in sections("x.md", "\n".join(lines)):
        quoted = quote(section, ["word"], limit)
        assert len(quoted) <= limit + 15
        # Whatever follows the quotation, such as the next section, is outside of any code.
        last = list(sections("x.md", f"{quoted}\n\n# After\n\nit\n"))[-1]
        assert last.path == ("After",)
