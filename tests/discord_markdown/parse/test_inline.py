"""The tokens of an inline text, with the part of it that each stands for."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.parse.inline import inline_tokens, is_plain

Part = tuple[str, str]
"""The type of a token, and the text in its span."""


def parts(text: str, *, growing: bool = False) -> list[Part]:
    tokens, _, _ = inline_tokens(text, {}, growing=growing)
    return [
        (token.type, text[slice(*token.meta["span"])])
        for token in tokens
        if "span" in token.meta and (token.type != "text" or token.content)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", [("text", "a b")]),
        ("**b**", [("strong_open", "**"), ("text", "b"), ("strong_close", "**")]),
        ("~~b~~", [("s_open", "~~"), ("text", "b"), ("s_close", "~~")]),
        ("||word||", [("spoiler_open", "||"), ("text", "word"), ("spoiler_close", "||")]),
        ("||x||", [("text", "||"), ("text", "x"), ("text", "||")]),
        ("a <@1>", [("text", "a "), ("discord", "<@1>")]),
        ("`a *b*`", [("code_inline", "`a *b*`")]),
        ("so $x^2$", [("text", "so "), ("math", "$x^2$")]),
        ("at https://x.example.", [("text", "at "), ("address", "https://x.example"),
                                   ("text", ".")]),
        ("a  \nb", [("text", "a"), ("hardbreak", "  \n"), ("text", "b")]),
        ("a\\\nb", [("text", "a"), ("hardbreak", "\\\n"), ("text", "b")]),
        ("&amp;", [("text_special", "&amp;")]),
    ],
)  # fmt: skip
def test_each_token_has_its_span(text: str, expected: list[Part]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"), [("`code", "code_inline"), ("\\(x + ", "math"), ("$\\frac{x", "math")]
)
def test_code_and_latex_go_on_to_the_end_of_a_growing_text(text: str, kind: str) -> None:
    assert parts(text, growing=True) == [(kind, text)]
    assert kind not in dict(parts(text))


def test_the_text_of_an_image_is_read_too() -> None:
    tokens, _, _ = inline_tokens("![a *b*](https://x.example)", {}, growing=False)
    (image,) = tokens
    assert "".join(child.content for child in image.children or ()) == "a b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a - b (c)", True), ("a_b", False), ("x://y", False), ("a\nb", False), ("a $5", False)],
)
def test_a_text_without_a_special_character_is_plain(text: str, expected: bool) -> None:
    assert is_plain(text) is expected
