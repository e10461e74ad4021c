"""What is filled in keeps its order in Arabic, and nothing that Discord reads as one is cut up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast

from bridge_bot.texts import FOLDER, languages_of
from bridge_bot.texts.catalogue import Catalogue
from bridge_bot.texts.checks.samples import Contents, samples
from bridge_bot.texts.isolates import isolated

FSI, PDI = "\u2068", "\u2069"
ONE_THING = re.compile(r"<[^\s>]*>|\]\([^\s)]*\)|`[^`]*`|https?://\S+")
"""What Discord reads as one: mentions, emoji, timestamps, targets of links, code, addresses."""


def arabic(tmp_path: Path, source: str, **args: str | int) -> str | None:
    (tmp_path / "any.ftl").write_text(f"key = {source}\n", "utf-8")
    return Catalogue("ar", tmp_path).get("key", args)


@pytest.mark.parametrize(
    ("source", "args", "text"),
    [
        ("سألت { $name } هنا", {"name": "Ann"}, f"سألت {FSI}Ann{PDI} هنا"),
        ("بقي { $count } هنا", {"count": 3000}, f"بقي {FSI}3,000{PDI} هنا"),
        ("ينتهي <t:{ $until }:R>", {"until": "17"}, "ينتهي <t:17:R>"),
        ("المزيد: <{ $url }>", {"url": "https://a.b/"}, "المزيد: <https://a.b/>"),
        ("[هنا](https://a.b/{ $id })", {"id": "7"}, "[هنا](https://a.b/7)"),
        ("استخدم `bot { $name }` هنا", {"name": "x"}, "استخدم `bot x` هنا"),
        ("استخدم `bot` { $name }", {"name": "x"}, f"استخدم `bot` {FSI}x{PDI}"),
        ("عن { $link }", {"link": "https://a.b/c"}, "عن https://a.b/c"),
        ("عن { $link }", {"link": "<https://a.b/c>"}, f"عن {FSI}<https://a.b/c>{PDI}"),
        ("عن { $link }", {"link": ""}, "عن "),
        ("عن { $link }", {"link": "a\nb"}, f"عن {FSI}a{PDI}\n{FSI}b{PDI}"),
        ("{ $link }", {"link": "Latin"}, "Latin"),
        (
            "عن { $n ->\n    [one] سؤال\n   *[other] { $n } من { $of }\n}!",
            {"n": 5, "of": "Ann"},
            f"عن {FSI}5{PDI} من {FSI}Ann{PDI}!",
        ),
    ],
)
def test_an_argument_is_isolated_but_inside_of_what_is_one_thing(
    tmp_path: Path, source: str, args: dict[str, str | int], text: str
) -> None:
    assert arabic(tmp_path, source, **args) == text


def test_other_languages_have_no_isolates(tmp_path: Path) -> None:
    (tmp_path / "any.ftl").write_text("key = About { $name }\n")
    assert Catalogue("de", tmp_path).get("key", {"name": "Ann"}) == "About Ann"


@pytest.mark.skipif("ar" not in languages_of(FOLDER), reason="there is no Arabic yet")
def test_no_arabic_sentence_has_a_mark_inside_of_what_is_one_thing() -> None:
    """Filled in with Latin names, numbers and links, each sentence has its isolates in pairs."""
    folder = FOLDER / "ar"
    catalogue = Catalogue("ar", folder)
    for path in folder.glob("*.ftl"):
        for entry in FluentResource(path.read_text("utf-8")).body:
            if not isinstance(entry, ast.Message):
                continue
            key, contents = entry.id.name, Contents.of(entry)
            for sample in samples(key, contents, {"link": "<https://a.b/c>"}):
                text = catalogue.get(key, sample) or ""
                assert text.count(FSI) == text.count(PDI), key
                assert not any(FSI in each or PDI in each for each in ONE_THING.findall(text)), key


def test_a_text_that_is_isolated_is_so_in_each_of_its_lines() -> None:
    assert isolated("a\n\nb") == f"{FSI}a{PDI}\n\n{FSI}b{PDI}"
