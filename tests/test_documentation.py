"""The documentation says what the code does, as far as a test can tell."""

from __future__ import annotations

import ast
import dataclasses
import re
import subprocess
import typing
from collections.abc import Iterator
from pathlib import Path

import discord
import pytest

from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import TRANSITIONS, Member, TurnState
from bridge_bot.core.policy.handoff_rules import may_resume
from bridge_bot.discord_adapter.intake.commands.tree import COMMAND_NAMES
from bridge_bot.discord_adapter.invite import PERMISSIONS, invite_link
from bridge_bot.doctor.codes import OF_OPERATOR, OF_SERVER
from bridge_bot.settings import RunSettings
from bridge_bot.settings.loading import Variable, variables
from bridge_bot.settings.names import PREFIXES
from bridge_bot.store.tables import METADATA
from tests.harness import discord_openapi

ROOT = Path(__file__).parents[1]
PAGES = {
    str(file.relative_to(ROOT)): file.read_text("utf-8")
    for file in (
        ROOT / "README.md",
        *sorted(ROOT.glob("docs/*.md")),
        *sorted(ROOT.glob("deploy/*.md")),
    )
}
README, SETTINGS = PAGES["README.md"], PAGES["docs/settings.md"]
DISCORD, ARCHITECTURE = PAGES["docs/discord.md"], PAGES["docs/architecture.md"]

# Each in two pieces, so that this file does not name the hosts that no file may name.
REGISTRIES = """
py|pi.org py|pi.python.org python|hosted.org registry.|npmjs.org registry.|yarnpkg.com
conda.|anaconda.org deb.|debian.org security.|debian.org ftp.|debian.org archive.|ubuntu.com
dl-cdn.|alpinelinux.org registry-1.|docker.io proxy.|golang.org crates|.io ruby|gems.org
""".replace("|", "").split()


def rows(page: str) -> list[list[str]]:
    """The cells of every row of the page's tables whose first cell is code."""
    lines = re.findall(r"^\|(.+)\|$", page, re.MULTILINE)
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [row for row in cells if re.fullmatch(r"`.+`", row[0])]


def setting_rows(page: str) -> dict[str, list[str]]:
    """The rows of the page that are about variables, by name."""
    return {row[0].strip("`"): row for row in rows(page) if re.fullmatch(r"`[A-Z_]+`", row[0])}


def written_default(variable: Variable[object]) -> str:
    """How a table gives the default of a variable."""
    if variable.default is None:
        return "required"
    return f"`{variable.default}`" if variable.default else "empty"


VARIABLES: dict[str, Variable[object]] = {each.name: each for each in variables(RunSettings)}
DEFAULTS = {name: written_default(variable) for name, variable in VARIABLES.items()}
SETTING_ROWS = setting_rows(SETTINGS)
WITHOUT_EFFECT = {name for name, row in SETTING_ROWS.items() if "*No effect yet" in row[3]}


def test_each_variable_is_in_the_documentation_of_settings_with_its_default() -> None:
    assert {name: row[1] for name, row in SETTING_ROWS.items()} == DEFAULTS


def test_the_readme_gives_the_defaults_of_settings_that_exist() -> None:
    written = {name: row[1] for name, row in setting_rows(README).items()}
    assert written
    assert written == {name: DEFAULTS.get(name) for name in written}


def test_the_page_on_privacy_tells_of_every_table() -> None:
    told = {
        name for row in rows(PAGES["docs/privacy.md"]) for name in re.findall("`(.+?)`", row[0])
    }
    assert told == {table.name for table in METADATA.sorted_tables}


def test_who_can_do_what_is_what_the_code_lets_them() -> None:
    table = README.partition("## Who can do what")[2].partition("\n\nThe *member*")[0]
    head, _, *lines = re.findall(r"^\|(.+)\|$", table, re.MULTILINE)
    columns = [cell.strip() for cell in head.split("|")][1:]
    told = {}
    for line in lines:
        what, *marks = (cell.strip() for cell in line.split("|"))
        told[what] = {column for column, mark in zip(columns, marks, strict=True) if mark}
    member = Member(1)
    people = {
        "member": Presser(member, 7),
        "asker": Presser(Member(2), 7),
        "Manage Messages": Presser(member, 7, may_manage_messages=True),
        "Manage Threads": Presser(member, 7, may_manage_threads=True),
    }
    settings = PlaceSettings()

    def may_resume_there(who: Presser) -> bool:
        manages = who.may_manage_messages or who.may_manage_threads
        return may_resume(who.member, 2, settings, may_manage=manages)

    for what, may in (
        ("*Stop*, *Regenerate*, *Try again*", lambda who: who.may_steer([2], 7)),
        ("*Resolved*", lambda who: who.may_resolve([2], 7)),
        ("`/resume`", may_resume_there),
    ):
        assert told.pop(what) == {name for name, who in people.items() if may(who)}, what
    managed = commands_of_managers()
    for what, names in told.items():
        commands = set(re.findall(r"`/(\w+)`", what))
        assert names == (
            {"operator"}
            if "`bridge-bot" in what
            else {"Manage Server"}
            if commands & managed
            else {"member"}
        ), what
        assert not commands & managed or commands == managed
    named = set(re.findall(r"`/(\w+)`", table))
    assert named == {name for name in COMMAND_NAMES if name.islower()}


def commands_of_managers() -> set[str]:
    """The names of the commands that Discord offers to who has Manage Server."""
    managed = set()
    for file in (ROOT / "bridge_bot/discord_adapter/intake").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.AsyncFunctionDef):
                written = " ".join(map(ast.unparse, node.decorator_list))
                if "default_permissions(manage_guild=True)" in written:
                    managed |= set(re.findall(r"name='(\w+)'", written))
    return managed


def test_each_threat_has_what_stops_it_and_a_test_that_exists() -> None:
    page = PAGES["docs/threat-model.md"]
    threats = [
        [cell.strip() for cell in line.split("|")]
        for table in page.split("| threat | what stops it | tests |\n| --- | --- | --- |\n")[1:]
        for line in re.findall(r"^\|(.+)\|$", table.partition("\n\n")[0], re.MULTILINE)
    ]
    assert len(threats) > 40
    for threat, what_stops_it, tests in threats:
        assert threat, what_stops_it
        assert re.fullmatch(r"`test_\w+`(?:, `test_\w+`)*", tests), threat
    defined = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert set(re.findall(r"`(test_\w+)`", page)) - defined == set()


def test_the_page_of_the_doctor_lists_every_finding_with_its_meaning() -> None:
    page = PAGES["docs/doctor.md"]
    for heading, codes in (("a server", OF_SERVER), ("the bot", OF_OPERATOR)):
        section = page.partition(f"## Findings about {heading}\n")[2].partition("\n## ")[0]
        listed = {row[0].strip("`"): row[1] for row in rows(section) if "bridge-bot." in row[0]}
        assert listed == {f"bridge-bot.{code}": meaning for code, meaning in codes.items()}


RANGES = [
    (name, *found.groups())
    for name, row in SETTING_ROWS.items()
    if (found := re.fullmatch(r"([\d.]+) to (\d+)", row[2]))
]


@pytest.mark.parametrize(("name", "low", "high"), RANGES)
def test_a_range_of_numbers_ends_where_it_is_written_to_end(name: str, low: str, high: str) -> None:
    read = VARIABLES[name].read
    read(low)
    read(high)
    below = str(float(low) / 2) if "." in low else str(int(low) - 1)
    for beyond in (below, str(int(high) + 1)):
        with pytest.raises(ValueError, match=r" to "):
            read(beyond)


def fields(group: type[typing.Any]) -> Iterator[tuple[str, str]]:
    """The name of each variable of a group, and of the field that holds it."""
    types = typing.get_type_hints(group)
    for field in dataclasses.fields(group):
        variable = field.metadata.get("variable")
        if variable is None:
            yield from fields(types[field.name])
        else:
            yield variable.name, field.name


def test_exactly_the_settings_that_nothing_reads_are_marked_as_without_effect() -> None:
    roots = [
        (ROOT / f"bridge_bot/{name}.py").read_text("utf-8")
        for name in ("app", "chat", "options", "own_texts", "settings/proxies")
    ]
    nodes = [node for root in roots for node in ast.walk(ast.parse(root))]
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    for name in ("cli", "commands/command", "commands/database"):
        text = (ROOT / f"bridge_bot/{name}.py").read_text("utf-8")
        read |= set(re.findall(r"\bsettings\.\w+\.(\w+)", text))
    assert {name for name, field in fields(RunSettings) if field not in read} == WITHOUT_EFFECT


def test_the_example_marks_the_same_settings_as_without_effect() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    marked = re.findall(r"^# No effect yet: .+\n# ([A-Z_]+)=", example, re.MULTILINE)
    assert set(marked) == WITHOUT_EFFECT


def test_the_readme_offers_no_setting_without_effect() -> None:
    assert WITHOUT_EFFECT.isdisjoint(re.findall(r"[A-Z]+(?:_[A-Z]+)+", README))


def test_every_variable_that_the_documentation_names_exists() -> None:
    known = VARIABLES.keys() | {"ALLOWED_GUILD", "CHAT_API_PORT", "POSTGRES_PASSWORD"}
    known |= {"PYTHON_IMAGE", "POSTGRES_IMAGE", "PER_PROCESS"}
    known |= {discord_openapi.VARIABLE, "ALL_PROXY", "SSL_CERT_FILE"}
    text = "\n".join(PAGES.values())
    code = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`", text))
    assert code - known - {"YOUR_APPLICATION_ID", "TRANSITIONS", "PATIENCE"} == set()


def test_the_names_that_stop_the_start_are_those_that_the_documentation_lists() -> None:
    section = SETTINGS.partition("## Names that stop the start")[2].partition("\n## ")[0]
    prefixes = re.findall(r"^\* (.+)", section, re.MULTILINE)[1]
    listed = re.findall(r"`([A-Z_]+)`", prefixes.partition(" begins with ")[2].partition(".")[0])
    assert listed == list(PREFIXES)


@pytest.mark.parametrize("page", PAGES)
def test_wherever_a_file_of_secrets_is_made_it_is_for_its_owner_alone(page: str) -> None:
    made = re.findall(r"^.*\.env\.example \S*\.env\b.*$", PAGES[page], re.MULTILINE)
    assert [line for line in made if "install -m 600 .env.example" not in line] == []


def test_the_readme_says_how_the_file_of_secrets_is_made() -> None:
    assert README.count("install -m 600 .env.example .env\n") == 1
    assert README.count("make setup && install -m 600 .env.example .env ") == 1


def test_the_invite_link_in_the_readme_is_the_one_that_the_bot_logs() -> None:
    links = re.findall(r"https://discord\.com/oauth2/\S+", README)
    assert links == [invite_link(1).replace("client_id=1&", "client_id=YOUR_APPLICATION_ID&")]


def test_the_readme_explains_each_permission_of_the_invite_link_and_no_other() -> None:
    table = README.partition("| permission |")[2].partition("\n\n")[0]
    labels = re.findall(r"^\| ([A-Z][A-Za-z ]+) \|", table, re.MULTILINE)
    asked = discord.Permissions(
        **{label.replace("Channels", "Channel").replace(" ", "_").lower(): True for label in labels}
    )
    assert asked == PERMISSIONS


@pytest.mark.parametrize("page", PAGES)
def test_each_relative_link_leads_somewhere(page: str) -> None:
    lost = []
    for link in re.findall(r"\]\(([^)]+)\)", PAGES[page]):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        goal = (ROOT / page).parent / path if path else ROOT / page
        if not goal.exists() or (anchor and anchor not in anchors(goal.read_text("utf-8"))):
            lost.append(link)
    assert lost == []


def anchors(page: str) -> set[str]:
    """What the page's headings are called in links."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_each_make_target_in_the_documentation_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", PAGES[page], re.MULTILINE))
    assert named <= targets


def test_the_readme_names_make_targets_at_all() -> None:
    assert {"setup", "test", "lint", "types", "check"} <= set(re.findall(r"`make (\w+)`", README))


def test_each_file_that_the_documentation_points_to_exists() -> None:
    """In the README's table of what to touch, and anywhere in the architecture."""
    table = README.partition("| to change | touch |")[2].partition("\n\n")[0]
    named = [ROOT / name for name in re.findall(r"`([\w./]+\.(?:py|ftl|md|example))`", table)]
    named += [
        ROOT / ("" if name.startswith("tests/") else "bridge_bot") / name
        for name in re.findall(r"`([\w./]+(?:/\w+|\.(?:py|ftl|js)))`", ARCHITECTURE)
    ]
    assert len(named) > 20
    assert [str(file) for file in named if not file.exists()] == []


def test_each_class_and_function_that_the_architecture_names_exists() -> None:
    files = (ROOT / "bridge_bot").rglob("*.py")
    defined = {name for file in files for name in definitions(ast.parse(file.read_text("utf-8")))}
    named = set(re.findall(r"`([a-z]+_\w+|[A-Z][A-Za-z]+[a-z](?:\.\w+)?)`", ARCHITECTURE))
    harnesses = {file.stem for file in (ROOT / "tests/harness").glob("*.py")}
    rooms = {file.name for file in (ROOT / "bridge_bot").iterdir()}
    assert len(named) > 30
    assert named - defined - harnesses - rooms == set()


def definitions(tree: ast.Module) -> Iterator[str]:
    """The classes and functions of a module, and the methods of each class as `Class.method`."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
            for member in node.body:
                if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}.{member.name}"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_the_diagram_of_states_has_exactly_the_transitions_of_a_turn() -> None:
    diagram = ARCHITECTURE.partition("stateDiagram-v2")[2].partition("```")[0]
    drawn = re.findall(r"^\s*(\S+) --> (\S+)$", diagram, re.MULTILINE)
    ends = {(state.value, "[*]") for state, goals in TRANSITIONS.items() if not goals}
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {
        ("[*]", TurnState.QUEUED.value),
        *((origin.value, goal.value) for origin, goals in TRANSITIONS.items() for goal in goals),
        *ends,
    }


def test_the_documented_languages_are_those_of_the_chat_api_in_their_order() -> None:
    table = DISCORD.partition("| code | language |")[2].partition("\n\n")[0]
    written = {row[0].strip("`"): row[1] for row in rows(table)}
    assert list(written) == list(LANGUAGES)
    assert {code: name for code, name in written.items() if code != "auto"} == {
        code: language.name for code, language in LANGUAGES.items() if code != "auto"
    }


def test_containers_and_services_wait_longer_than_a_shutdown_takes() -> None:
    """Longer by ten seconds than the default grace, for the last words and the connections."""
    grace_s = int(VARIABLES["SHUTDOWN_GRACE"].default or 0)
    compose = (ROOT / "compose.yaml").read_text("utf-8")
    unit = (ROOT / "deploy/bridge-bot.service").read_text("utf-8")
    pods = (ROOT / "deploy/kubernetes.yaml").read_text("utf-8")
    for pattern, text in (
        (r"stop_grace_period: (\d+)s", compose),
        (r"TimeoutStopSec=(\d+)", unit),
        (r"terminationGracePeriodSeconds: (\d+)", pods),
    ):
        found = re.search(pattern, text)
        assert found is not None
        assert int(found[1]) >= grace_s + 10


def test_the_changelog_has_an_entry_for_this_version() -> None:
    declared = re.search(
        r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    assert declared is not None
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## {re.escape(declared[1])} – \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE)


def test_no_file_in_the_repository_names_the_host_of_a_package_registry() -> None:
    named = []
    for file in repository_files():
        content = file.read_bytes().lower()
        name = file.relative_to(ROOT)
        named += [f"{name}: {host}" for host in REGISTRIES if host.encode() in content]
    assert named == []


def repository_files() -> list[Path]:
    """The files under version control, also those that are not committed yet."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout, so nothing tells its files from others")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    ).stdout.decode()
    files = [ROOT / name for name in listed.split("\0") if name]
    assert files
    return [file for file in files if file.is_file()]
