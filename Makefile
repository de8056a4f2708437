# Everything one does here, as commands. `make demo` and `make test` need Python >= 3.11 (with venv),
# git and make; nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check format serve soak bench lock clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.installed ## crawl, analyze and report the bundled synthetic market
	$(BIN)/rivalscope demo

test: $(VENV)/.installed-dev ## run the tests (random order, no network beyond loopback)
	$(BIN)/pytest

check: $(VENV)/.installed-dev ## lint, types, layers, generated docs, contents of the wheel
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(BIN)/python docs/check_wheel.py

format: $(VENV)/.installed-dev ## put the code and the generated docs in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python docs/generate.py

serve: $(VENV)/.installed ## read the last demo report in a browser on this machine
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory demo/reports/latest 8000

soak: $(VENV)/.installed-dev ## kill crawls 200 times and count what is lost (under 10 minutes)
	$(BIN)/pytest -m soak -n 0 -s

bench: $(VENV)/.installed-dev ## measure; prints figures, judges nothing
	$(BIN)/python bench/pipeline.py
	$(BIN)/python bench/understanding.py
	$(BIN)/python bench/extraction.py
	$(BIN)/python bench/generic_reader.py
	$(BIN)/python bench/crawl.py
	$(BIN)/python bench/stars.py
	$(BIN)/python bench/report.py
	$(BIN)/python bench/swot.py

lock: ## pin every dependency with its hashes; wheels must exist for each Python (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --no-emit-find-links --group build pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    --no-emit-index-url --no-emit-find-links --group build --group dev \
	    --constraint requirements.lock pyproject.toml -o requirements-dev.lock
	for version in 3.11 3.12 3.13 3.14; do \
	    uv pip install --dry-run --quiet --python-version $$version --only-binary :all: \
	        --require-hashes --target .cache/lock -r requirements-dev.lock || exit 1; \
	done

clean: ## remove the environment and what the demo wrote
	rm -rf $(VENV) demo dist

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rivalscope needs Python 3.11 or newer; this is %d.%d (set PYTHON=...)" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	touch $@
