# Everything is prepared on the way: Tesseract and a virtual environment from the hashed lock, once.
.DEFAULT_GOAL := help
.PHONY: help run test train lint format samples lock clean

BUCKET ?=
PYTEST ?=
BIN := .venv/bin

help:  ## what there is to make
	@grep -hE '^[a-z]+: .*##|^[a-z]+:  ##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run:  ## read samples/ (or BUCKET=…) into the warehouse and show what was proved
	@.ci/prepare run
	@# 3 and 4 say that documents were held back or refused, which samples/ has on purpose.
	@$(BIN)/tieout run $(BUCKET) || { code=$$?; [ $$code -eq 3 ] || [ $$code -eq 4 ] || exit $$code; }

test: lint  ## lint, then every test
	$(BIN)/python -m pytest -n auto --maxprocesses 6 --dist worksteal -q $(PYTEST)

lint:  ## ruff, mypy, import-linter
	@.ci/prepare test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format:  ## put the code into ruff's form
	@.ci/prepare test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

HELD_OUT := of-today specimens ordinary-many-countries rare-meetings samples-on-the-web every-day-more
DRAWN := build/drawn

train:  ## the layout model anew, from documents of our own, into build/weights (two hours on two cores)
	@.ci/prepare test
	$(BIN)/python -m pip install --quiet 'torch==2.13.0' 'transformers>=5,<6' onnx
	$(BIN)/python -m tests.generator --out $(DRAWN) --count 1200 --seed 90000 --family mixed
	$(BIN)/python -m tests.generator --out $(DRAWN) --count 200 --seed 95000 --family brokerage
	$(BIN)/tieout train tests/layouts tests/layouts tests/layouts $(DRAWN) \
		$(HELD_OUT:%=--held-out tests/layouts/%) --out build/weights

samples:  ## draw samples/ anew, read it, and tell which results changed
	@.ci/prepare test
	$(BIN)/python -m tests.golden

COMPILE = $(BIN)/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

lock:  ## requirements*.lock anew from pyproject.toml (UPGRADE=1: to the newest versions)
	@.ci/prepare test
	$(COMPILE) $(if $(UPGRADE),--upgrade) --extra build --output-file requirements.lock
	$(COMPILE) --extra build --extra bench --extra layout --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what was made here; the warehouse file stays
	rm -rf .venv .cache .tieout .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
