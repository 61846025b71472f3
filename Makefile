# One door: `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STATE := .state
UV := 0.13.9
PORT ?= 8000
# The benchmarks there are; the other files of bench/ are their helpers.
BENCHES := reading inventory
export VAGVISARE_DATA ?= $(CURDIR)/data

.PHONY: help run test lint check vendor bench install messages reference lock clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: install ## Serve the site with the demo story on http://127.0.0.1:8000
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/vagvisare demo --if-empty
	@$(BIN)/python scripts/collect_static.py
	@$(BIN)/python scripts/greeting.py $(PORT)
	@$(BIN)/vagvisare serve --port $(PORT)

test: $(STATE)/test-installed $(STATE)/messages ## Lint and test everything, on SQLite and on PostgreSQL
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python scripts/run_tests.py $(TESTS)

lint: $(STATE)/test-installed ## Style, types, import order and budgets
	@$(BIN)/ruff check --quiet src tests bench fuzz scripts
	@$(BIN)/ruff format --check --quiet src tests bench fuzz scripts
	@$(BIN)/lint-imports
	@$(BIN)/mypy src
	@$(BIN)/djlint --lint --quiet src/vagvisare/*/templates

check: install ## Ask Django and the register whether all is well
	@$(BIN)/python manage.py check --deploy --fail-level ERROR
	@$(BIN)/python manage.py makemigrations --check --dry-run

vendor: ## Fetch style sheets and fonts anew (developers; needs npm)
	@bash frontend/vendor.sh

bench: $(STATE)/test-installed ## Measure, and print one table of ratios
	@for figures in $(BENCHES); do $(BIN)/python bench/$$figures.py --quick || exit 1; done

install: $(STATE)/installed $(STATE)/messages ## Make .venv with the command `vagvisare` in it

messages: ## Collect the words of every room for translation (developers; needs gettext)
	@$(BIN)/python scripts/collect_messages.py

reference: $(STATE)/test-installed $(STATE)/messages ## Make the generated pages of the docs anew
	@$(BIN)/python scripts/make_reference.py

lock: $(STATE)/installed ## Resolve the dependencies anew (developers)
	@for extra in "" "--extra test"; do \
	  out=requirements$${extra:+-test}.lock; \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --extra build --extra postgres $$extra pyproject.toml -o $$out; \
	done

clean: ## Remove the environment (the data stays)
	@rm -rf $(VENV) $(STATE)

$(BIN)/uv:
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/pip install --quiet --disable-pip-version-check uv==$(UV)

# The stamps make repeats instant: a lock that changed is installed again, else nothing is done.
$(STATE)/installed: requirements.lock pyproject.toml | $(BIN)/uv
	@mkdir -p $(STATE)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --compile-bytecode -e .
	@$(BIN)/python scripts/first_data.py
	@touch $@

$(STATE)/test-installed: requirements-test.lock $(STATE)/installed
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements-test.lock
	@bash scripts/system_packages.sh
	@touch $@

$(STATE)/messages: $(STATE)/installed $(wildcard src/vagvisare/*/locale/*/LC_MESSAGES/django.po)
	@for folder in src/vagvisare/*/locale; do $(BIN)/pybabel --quiet compile -D django -d $$folder || exit 1; done
	@touch $@
