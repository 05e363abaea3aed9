# Two commands are enough: `make site` and `make test`. Both set up what they need.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: site test lint fuzz serve clean

site: $(VENV)/.site
	$(BIN)/factbook check
	$(BIN)/factbook build

test: lint
	$(BIN)/pytest

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fuzz: $(VENV)/.test
	FUZZ_SEEDS=100000 $(BIN)/pytest tests/fuzz

serve: $(VENV)/.site
	$(BIN)/factbook serve

clean:
	rm -rf $(VENV) site .site.new .site.old .site.lock dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.site: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.test: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.site
