# `make run` serves the demonstration, `make test` tests everything, `make check` looks the code over.
PORT ?= 8000
BIN := .venv/bin
TESTS ?=
# Everything on all cores, each worker with a PostgreSQL of its own; a part in one process.
WORKERS ?= $(if $(TESTS),,-n auto --maxprocesses 4 --dist worksteal)
CHECKS := lint types architecture templates policies schemas texts house

.PHONY: help run test check demo-reset lock vendor clean environment $(CHECKS)

help:
	@echo "make run          make the environment and serve the demonstration on http://localhost:$(PORT)"
	@echo "make demo-reset   throw the demonstration away, so that the next run makes a new one"
	@echo "make test         run every test; one part with TESTS=tests/project"
	@echo "make check        lint, types, architecture, templates, policies, schemas, texts, glossary, access table, rules and docs"
	@echo "make lock         compile the lock files anew"
	@echo "make vendor       copy the front-end files from the npm lock (needs node)"
	@echo "make clean        remove the environment and caches; what was entered stays"

run:
	@requirements/install.sh run
	@$(BIN)/baken serve --demo --port $(PORT)

demo-reset:
	@requirements/install.sh run
	@$(BIN)/baken demo-reset

environment:
	@requirements/install.sh dev

test: environment
	@.ci/chromium
	@.ci/identity
	@$(BIN)/python -m pytest $(WORKERS) $(TESTS)

check: $(CHECKS)

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: environment
	$(BIN)/mypy

architecture: environment
	$(BIN)/lint-imports

templates: environment
	$(BIN)/djlint --check --lint --quiet src

policies: environment
	$(BIN)/baken policy check

schemas: environment
	$(BIN)/python -m baken.project.schemas check

texts: environment
	$(BIN)/python -m baken.project.texts check

house: environment
	$(BIN)/python -m pytest -q tests/house/test_docs.py tests/house/test_glossary.py tests/house/test_shape.py \
		tests/house/test_access_page.py tests/house/test_rules_page.py

# Lock files hold versions and hashes, and none of the options with which they were made.
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-config --no-header --no-emit-options
lock: environment
	$(COMPILE) --upgrade -o requirements/run.txt pyproject.toml requirements/build.in
	$(COMPILE) --upgrade --extra dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml requirements/build.in

vendor:
	cd frontend && npm ci
	python3 frontend/vendor.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache frontend/node_modules build
	find src tests -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete
