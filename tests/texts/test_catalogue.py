"""The sentences of a language: which are read, and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import localedata

from bridge_bot.texts import FOLDER, languages_of
from bridge_bot.texts.catalogue import Catalogue, entries
from tests.texts.written import written


def test_only_the_file_of_a_sentence_is_read_where_it_is_known(tmp_path: Path) -> None:
    (tmp_path / "one.ftl").write_text("hello = Hallo\nbroken = { $\n")
    (tmp_path / "two.ftl").write_bytes(b"\xff")  # would fail if it were read
    catalogue = Catalogue("de", tmp_path, {"hello": "one.ftl", "gone": "three.ftl"})
    assert catalogue.get("hello", {}) == "Hallo"
    assert catalogue.get("gone", {}) is None
    assert catalogue.get("unknown", {}) is None


@pytest.mark.parametrize("language", languages_of(FOLDER))
def test_a_file_is_divided_as_fluent_reads_it(language: str) -> None:
    for path in (FOLDER / language).glob("*.ftl"):
        as_fluent_reads_it = written(language)[path.name]
        assert entries(path.read_text("utf-8")).keys() == as_fluent_reads_it.keys(), path.name


def test_what_stands_at_the_beginning_of_a_line_may_belong_to_the_sentence_before() -> None:
    source = "one = { $n ->\n[one] a\n*[other] b = c\n}**\n# hello = no\n## no\ntwo=x\n  y = z\n\n"
    assert entries(source) == {
        "one": "one = { $n ->\n[one] a\n*[other] b = c\n}**\n",
        "two": "two=x\n  y = z\n\n",
    }


@pytest.mark.parametrize(
    ("language", "number"),
    [("en", "100,000"), ("de", "100.000"), ("fr", "100\u202f000"), ("ar", "100,000")],
)
def test_a_number_is_written_as_the_language_does(
    tmp_path: Path, language: str, number: str
) -> None:
    """In a sentence with a plural, in one without, and alone."""
    (tmp_path / "a.ftl").write_text(
        "plain = { $n }\nplural = { $n ->\n    [one] one\n   *[other] { $n }\n }\n"
    )
    catalogue = Catalogue(language, tmp_path)
    plural = (catalogue.get("plural", {"n": 100_000}) or "").strip("\u2068\u2069")
    assert [catalogue.get("plain", {"n": 100_000}), plural] == [number, number]
    assert catalogue.number(100_000) == number


def test_a_missing_argument_is_a_fault_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("plain = { $n }\nplural = { $n ->\n   *[other] x\n }\n")
    for key in ("plain", "plural"):
        with pytest.raises(KeyError):
            Catalogue("en", tmp_path).get(key, {})


def test_of_babels_data_only_that_of_numbers_is_kept(tmp_path: Path) -> None:
    """Otherwise each language takes a megabyte."""
    for language in ("pt-BR", "zh-TW"):
        assert Catalogue(language, tmp_path).number(1000)
    for name in ("root", "pt", "pt_BR", "zh", "zh_Hant", "zh_Hant_TW"):
        kept = localedata.load(name)
        assert "plural_form" in kept
        assert "territories" not in kept
