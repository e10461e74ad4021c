"""Random texts with a lot of Markdown in them, whole and broken."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = [
    "word ", "a longer sentence that ends here. ", "\n", "\n\n", " ", "\t", "\r\n", "1", ".", ":",
    "```python\n", "```\n", "```npm\n", "```sh npm ci\n", '```js title="x"\n',
    "~~~\n", "  - ```js\n", "      ```js\n", "`code` ", "`", "``",
    "    indented\n", "- item\n", "  - sub item\n", "    - subsub\n", "1. one\n", "+ plus\n",
    "   text in item\n", "- [ ] to do\n", "x" * 60, "0123456789" * 25, "日本語の文章です。",
    "👩‍👩‍👧", "e\u0301", "\u200b", "**bold", "**", "*", "_", "__", "~~", "||", "||spoiler||",
    "a_b_c ",
    "[link](https://a.example/b) ", "[text", "](", ")", "https://x.example/", "!", "-", "=",
    "![alt](https://a.example/i.png)", "[r]: https://ref.example\n", "[r]",
    "<https://auto.example/x>", "| a | b |\n", "|---|---|\n", "| 1 | 2 |\n", "|",
    "| [l](http://u.v) | a very long cell with many words in it, indeed so many |\n",
    "> quote ", "> - q\n", ">", "# Head\n", "#### Deep\n", "---\n", "===\n", "***", "-# sub\n",
    "$x^2$", "$", "$$\n", "\\[", "\\]", "\\(x\\)", "\\", "<br>", "<b>", "</b>", "<!--", "-->",
    "<@123>", "<:smile:123456>", "<", "&amp;", "&nbsp;", "&", "<details>", "</details>",
]  # fmt: skip

MARKDOWN = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
ANY_TEXT = st.text(max_size=400) | MARKDOWN
