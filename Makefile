# Every command sets itself up: it needs Python 3.11 or later, make and a network, nothing else.
# Windows without make: see docs/developers.md for the same lines with `py`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_FOR_TESTS := $(VENV)/.ready-for-tests
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help site build test acceptance format clean

help: ## Say what can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

site: $(READY) ## Build the demonstration site and serve it on http://127.0.0.1:8000
	@$(BIN)/shanhuo serve . --port $(PORT)

build: $(READY) ## Build the demonstration site into site/
	@$(BIN)/shanhuo build . --strict

test: $(READY_FOR_TESTS) ## Run what a reviewer runs: ruff, mypy, pytest
	@echo "== ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "== mypy"
	@$(BIN)/mypy
	@echo "== demonstration site"
	@$(BIN)/shanhuo check . --strict
	@echo "== pytest"
	@$(BIN)/pytest -n 3 --dist worksteal

acceptance: $(READY_FOR_TESTS) ## Run every stated size of every issue and write benchmarks/acceptance.md
	@$(BIN)/python benchmarks/acceptance.py

format: $(READY_FOR_TESTS) ## Bring the code into its form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## Take away everything that can be made again
	rm -rf $(VENV) .shanhuo site .site.idle .site.lock .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml
	@echo "== setting up $(VENV) (once; takes about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(READY_FOR_TESTS): $(READY)
	@echo "== setting up the tools of the tests (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python tests/browser.py
	@touch $@
