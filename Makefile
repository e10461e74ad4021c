# `make test` on a machine with Python 3.11 or later and make; `make help` lists the rest.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
BOT    := $(VENV)/.bot
TOOLS  := $(VENV)/.tools
# No test connects to a server that needs this machine's certificate authorities. To load those takes
# each process a tenth of a second.
PYTEST := env SSL_CERT_FILE=/dev/null $(BIN)/python -m pytest
PIP    := $(BIN)/python -m pip install --disable-pip-version-check
# In two steps, since pip can't check the hash of a folder: what a lock file names, each file by its
# hash; then the bot, built by what was installed so, with nothing fetched.
LOCKED := $(PIP) --require-hashes --requirement
ITSELF := $(PIP) --no-deps --no-build-isolation --editable .

# So that the processes that tests start find the program compiled.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup lock sandbox test test-waiting test-discord test-core test-others test-browser test-postgres test-wheel test-slow bench bench-picture pictures metrics-reference lint format types check migration clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(BOT) ## install the bot into .venv, at the locked versions

$(BOT): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bridge-bot needs Python 3.11 or later, this is " + sys.version.split()[0])'
	@echo "Installing the bot into $(VENV), which takes about as long as its download …" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(LOCKED) requirements.lock >&2
	@$(ITSELF) >&2
	@touch $@

$(TOOLS): $(BOT) tests/requirements.lock
	@echo "Installing what the tests and checks need …"
	@$(LOCKED) tests/requirements.lock --quiet
# Loads the program and all tests, and runs one of those that make up their cases. So all is compiled,
# and hypothesis has searched the program for constants, before several processes at once find that
# to be done.
	@$(BIN)/python -m pytest -qq -k test_random_answers > $(VENV)/.collected 2>&1 || true
	@touch $@

# The versions in the files stay unless something asks for others; ARGS=--upgrade takes the newest.
# uv writes them: it alone decides for all versions of Python and all platforms at once.
COMPILE := $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header $(ARGS)
BUILD_NEEDS := $(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'

lock: ## write the lock files anew: make lock ARGS=--upgrade, or ARGS="--upgrade-package aiohttp"
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install --disable-pip-version-check --quiet uv
	@$(BUILD_NEEDS) | $(COMPILE) pyproject.toml - --extra dev --output-file tests/requirements.lock
	@$(BUILD_NEEDS) | $(COMPILE) pyproject.toml - --extra postgres --constraint tests/requirements.lock --output-file deploy/requirements-postgres.lock
	@$(BUILD_NEEDS) | $(COMPILE) pyproject.toml - --constraint tests/requirements.lock --output-file requirements.lock

# Its first line on standard output is the page's address, so what is set up before goes elsewhere.
sandbox: $(BOT) ## try it all on this machine, no account needed: make sandbox ARGS="--port 9000"
	@exec $(BIN)/bridge-bot sandbox $(ARGS)

# Some tests mostly wait: for the clock, for other processes. So several of them run at once, and go
# first. The others compute: they take what is left of the processors, in one process for each part,
# since each one more would have to load and find the same tests again.
WAITING := tests/e2e tests/sandbox/test_serve.py tests/store/test_move.py tests/test_cli.py tests/test_container.py
DISCORD := tests/discord_adapter tests/sandbox
CORE    := tests/core tests/store
COMPUTE := nice $(PYTEST) $(addprefix --ignore=,$(WAITING))

test: $(TOOLS) ## all tests but those of the targets below, about 2 minutes
	@$(MAKE) --no-print-directory --jobs=4 --keep-going --output-sync=target test-waiting test-discord test-core test-others

test-waiting: $(TOOLS)
	@$(PYTEST) -n 6 $(WAITING)

test-discord: $(TOOLS)
	@$(COMPUTE) $(DISCORD)

test-core: $(TOOLS)
	@$(COMPUTE) $(CORE)

test-others: $(TOOLS)
	@$(COMPUTE) $(addprefix --ignore=,$(DISCORD) $(CORE))

test-browser: $(TOOLS) ## the tests of the sandbox's page, with Chromium, 2 to 3 minutes
	$(PYTEST) -n 2 -m "browser and not slow" tests/browser

test-postgres: $(TOOLS) ## the tests of the store and end to end, on PostgreSQL, 3 to 4 minutes
	SSL_CERT_FILE=/dev/null $(BIN)/python -m tests.harness.postgres $(BIN)/python -m pytest -n 10 tests/store tests/e2e \
		$(addprefix tests/discord_adapter/intake/commands/,test_ask.py test_interaction_response.py test_language.py) \
		tests/discord_adapter/intake/settings_panel/test_panel.py

test-wheel: $(TOOLS) ## the tests of what is installed from the wheel, about a minute
	$(BIN)/python -m pytest -m wheel tests/test_wheel.py

test-slow: $(TOOLS) ## the tests that take minutes, such as the soak and fuzzing with many examples
	$(BIN)/python -m pytest -m "slow or hypothesis" --hypothesis-profile=many

pictures: $(TOOLS) ## make docs/images anew, with a browser on the page
	BRIDGE_BOT_PICTURES=1 BRIDGE_BOT_REQUIRE_BROWSER=1 $(BIN)/python -m pytest -m browser tests/browser/test_appearance.py tests/browser/test_settings.py tests/browser/test_doctor.py tests/browser/test_usage.py tests/browser/test_languages.py

metrics-reference: $(TOOLS) ## write the reference of the metrics in docs/operating.md anew
	BRIDGE_BOT_WRITE_REFERENCE=1 $(BIN)/python -m pytest -q tests/instrumentation/metrics/test_reference.py

bench: $(TOOLS) ## measure what has a bound, about 12 minutes: make bench ARGS="--alone one hundred"
	$(BIN)/python -m tests.bench $(ARGS)

bench-picture: $(TOOLS) ## make docs/images/bench-delay.svg anew, from a run of 100 answers at once
	$(BIN)/python -m tests.bench --picture docs/images/bench-delay.svg hundred

lint: $(TOOLS) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(TOOLS) ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(TOOLS) ## mypy --strict
	$(BIN)/mypy

check: lint types test ## these three

migration: $(TOOLS) ## draft a migration to the present tables: make migration m="what changes"
	$(BIN)/python -c 'import sys; from bridge_bot.store.schema import draft_migration; print(*draft_migration(sys.argv[1]))' "$(m)"

clean: ## remove what was installed or made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build
