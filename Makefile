# `make` builds the site from nothing but Python 3.11 and git; `make help` lists the rest.
# Everything is installed into .venv from the hash-locked lists; where pip fetches from is your own pip's setting.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --no-input
# Built wheels only: building a source package would fetch build tools that no lock pins.
INSTALL := $(PIP) install --quiet --require-hashes --only-binary :all:

UV_VERSION := 0.13.9
LOCK_VENV := .venv-lock
LOCK := $(LOCK_VENV)/bin/uv pip compile pyproject.toml --group build --extra lsp --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet

.DEFAULT_GOAL := site
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: site environment test lint types pytest proof generated words lock clean help

site: environment ## Build the site into site/ (the default)
	@$(RUN) build.py build
	@echo
	@echo 'The site is ready: file://$(CURDIR)/site/index.html'
	@echo 'Live preview while you edit: $(RUN) build.py serve'

environment: $(VENV)/runtime.stamp ## Create .venv with what the site needs

test: lint types pytest ## Lint, check types and run all tests

lint: $(VENV)/dev.stamp ## Check style (ruff) and the workflows (zizmor)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(VENV)/bin/zizmor --offline --quiet .github

types: $(VENV)/dev.stamp ## Check types (mypy)
	$(RUN) -m mypy
	$(RUN) -m mypy build.py tools $(wildcard proofs/*.py)

# A file of tests stays on one worker, which then builds the sites that the file looks at once. Files run in their own
# order, for long ones have few tests, and would else be left for the end.
pytest: $(VENV)/dev.stamp
	@tools/system-needs
	$(RUN) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

proof: $(VENV)/dev.stamp ## Run the long counts and write docs/proof.md; an interrupted run continues
	$(RUN) -m tools.proof $(PROOF)

generated: $(VENV)/runtime.stamp ## Write what is generated: docs/checks/, docs/reference.md, .schema/
	$(RUN) -m tools.generated

words: $(VENV)/runtime.stamp ## Bring the catalogues of the interface's languages up to date with the sources
	$(RUN) -m tools.words

lock: ## Pin the newest allowed versions into the lock files
	@test -x $(LOCK_VENV)/bin/uv || $(PYTHON) -m venv $(LOCK_VENV)
	@$(LOCK_VENV)/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)
	$(LOCK) --upgrade --output-file requirements.lock
	$(LOCK) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove the environment, caches and everything built
	rm -rf $(VENV) $(LOCK_VENV) site draft .briefsmith .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version)'
	@echo 'Creating $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV) || { echo 'On Debian: apt-get install python3-venv' >&2; exit 1; }
	@touch $@

$(VENV)/runtime.stamp: $(VENV)/made.stamp requirements.lock pyproject.toml
	@echo 'Installing requirements.lock'
	@$(INSTALL) --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements-dev.lock
	@echo 'Installing requirements-dev.lock'
	@$(INSTALL) --requirement requirements-dev.lock
	@touch $@
