"""The info string of a fence: a language with attributes, or code that was written there.

CommonMark hides it. Discord shows what is not a language alone, and so nothing of an answer that
was written behind its fence may be lost.
"""

from __future__ import annotations

import re

_NAME = re.compile(r"[\w+.#-]{0,20}", re.ASCII)
_LANGUAGES = """
ada apache apacheconf arduino asciidoc asm asp aspnet awk bash basic bat batch bibtex c c# c++
cc cfg clj clojure cmake cmd coffee coffeescript conf console cpp crystal cs csharp css csv cuda
cypher d dart delphi diff django docker dockerfile dos dot dotenv elixir elm env erb erl erlang
ex excel f# fish fortran fs fsharp gherkin glsl go golang gql gradle graphql groovy h
handlebars haskell hbs hcl hlsl hpp hs html http ini ipython java javascript jinja jinja2 jl js
json json5 jsonc jsonl jsx julia katex kotlin kt kts latex less lisp log lua make makefile
markdown math matlab md mdx mermaid mjs mysql nginx nim nix none nsis objc objective-c
objectivec ocaml octave pascal patch perl pgsql php pl plain plaintext plantuml plsql postgres
postgresql powershell prisma prolog properties proto protobuf ps1 puml puppet pwsh py python
python3 pycon qml r racket rb reg regex rs rst ruby rust sas sass scala scheme scss sed sh shell
shell-session smalltalk solidity sql sqlite stylus svelte svg swift systemverilog tcl terraform
tex text tf toml ts tsql tsv tsx txt typescript typst vb vba vbnet vbs verilog vhdl vim vue wasm
wat wgsl x86asm xhtml xml xquery yaml yml zig zsh
"""
# Those that are commands or common words as well: `make install`, `less than`.
_WORDS = """
awk basic cmake crystal diff docker fish go gradle less log make math mysql nginx none patch php
plain prisma puppet sed sqlite swift terraform vim
"""
# `title="x"`, `{1,3}`, `{.python}`, `linenos=true`. `FOO=bar`, `{"a": 1}`, `x = 1` are code.
_VALUE = r"(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[\w./:-]+)"
_ATTRIBUTE = re.compile(
    rf"[\s,]*(?:[a-z][\w:-]+={_VALUE}(?=[\s,]|\Z)|showLineNumbers\b|\{{[\d\s,-]+\}}"
    r"|\{\s*(?:[.#]|[a-z][\w.-]+=)[^{}]*\})"
)
_JOINED = re.compile(r"[,:](?!//)[\w./-]*")  # `rust,no_run`, `ts:main.ts`
_CHUNK = re.compile(r"\{(\w+)\b[^{}]*\}")  # `{r, echo=FALSE}`
_RUNS = re.compile(r"\s+(?:--?\w|[\w./~-]*\.\w+(?:\s|\Z))")  # `python main.py`

_KNOWN = frozenset(_LANGUAGES.split())
_CERTAIN = _KNOWN.difference(_WORDS.split())


def is_language(info: str) -> bool:
    """Whether an info string is the name of a language that is known, and nothing else."""
    return info.strip().lower() in _KNOWN


def code_start(info: str) -> int:
    """Return the index in an info string where code begins, or its length if it has none.

    The code of `sh npm ci` begins behind the language. `npm install` is all code, since no language
    is called so, and so is what may be a command: `python main.py`.
    """
    info = info.rstrip()
    begin = len(info) - len(info.lstrip())
    found = _NAME.match(info, begin)
    name = found[0] if found else ""
    name_end = at = begin + len(name)
    if name in _KNOWN and (joined := _JOINED.match(info, name_end)):
        at = joined.end()
    elif (chunk := _CHUNK.match(info, begin)) and is_language(chunk[1]):
        at = chunk.end()
    elif info.startswith("=", name_end):
        at = begin
    while attribute := _ATTRIBUTE.match(info, at):
        at = attribute.end()
    if at == len(info):
        return at
    is_separate = name in _CERTAIN and info[name_end].isspace()
    if begin or not is_separate or _RUNS.match(info, name_end):
        return begin
    return len(info) - len(info[name_end:].lstrip())
