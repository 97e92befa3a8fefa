# Two commands do everything on a fresh machine that has Python 3.11 or later and make:
#   make site   the dossier of this checkout, built into site/
#   make test   everything that has to hold before a change goes in
# Both use a virtual environment of their own, .venv/, and only what requirements/ locks by hash.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --no-deps --only-binary :all:
ITSELF := $(PIP) install --no-deps --no-build-isolation --editable .

.PHONY: site test lint record docs locks clean help

help:
	@echo "make site    build the dossier into site/"
	@echo "make test    run every check and test"
	@echo "make lint    run the quick checks alone"
	@echo "make record  write facts and pages anew, to be committed"
	@echo "make docs    write docs/project/commands.md anew from the commands' own help"
	@echo "make locks   resolve the dependencies anew into requirements/"
	@echo "make clean   remove what the other targets made"

site: $(VENV)/site.stamp
	$(BIN)/dossier build
	@echo
	@echo "The site is in site/: open site/index.html in a browser, or run"
	@echo "    $(BIN)/dossier serve --open"

test: lint
	$(BIN)/python -m pytest -m alone
	$(BIN)/python -m pytest -n auto -m "not alone" --cov --cov-report=term --durations=10

lint: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

record: $(VENV)/site.stamp
	$(BIN)/dossier extract
	$(BIN)/dossier generate

docs: $(VENV)/test.stamp
	$(BIN)/python -m tests.commands_page

locks: $(VENV)/test.stamp
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes \
	    --upgrade --quiet --custom-compile-command "make locks" --output-file requirements/site.txt
	$(BIN)/uv pip compile pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes \
	    --upgrade --quiet --custom-compile-command "make locks" --output-file requirements/test.txt \
	    --extra test --constraint requirements/site.txt
	$(BIN)/uv pip compile requirements/audit.in --universal --python-version 3.11 --generate-hashes \
	    --upgrade --quiet --custom-compile-command "make locks" --output-file requirements/audit.txt
	$(BIN)/python -m tests.sbom

clean:
	rm -rf $(VENV) site dist build .dossier .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "error: Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	    { rm -rf $(VENV); echo "error: no virtual environment can be made; on Debian: apt install python3-venv"; exit 1; }

$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements/site.txt
	$(ITSELF)
	@touch $@

$(VENV)/test.stamp: requirements/test.txt pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements/test.txt
	$(ITSELF)
	@touch $@ $(VENV)/site.stamp
