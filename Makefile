# Casaco Desk: the workshop. `make help` lists what can be asked.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Debian's names. Each list is what its target needs beyond a bare Debian 12 with Python.
RUN_PACKAGES := libgl1 libegl1 libfontconfig1 libglib2.0-0 libdbus-1-3 libxkbcommon0 \
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-randr0 libxcb-xkb1 \
  libxkbcommon-x11-0 libxcb-render-util0 libxcb-image0 libxcb-util1 libpulse0 fonts-inter
TEST_PACKAGES := xvfb xauth xdotool x11-xkb-utils
BUNDLE_PACKAGES := binutils

# Processes that share the tests, a file each at a time; `make test WORKERS=0` runs them in one, in order.
WORKERS ?= 2

ENGLISH := resources/i18n/casaco-desk_en.ts
CATALOGUES := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
APT := apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 >/dev/null
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

# On a Debian-like system, installs the packages of $(1) that are missing, or says in one sentence how to.
define need
	@command -v dpkg-query >/dev/null || exit 0; missing=; \
	for package in $(1); do \
	  dpkg-query -W -f '$${db:Status-Status}\n' $$package $${package}t64 2>/dev/null | grep -qx installed \
	    || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && echo "Installing what the system lacks:$$missing" && $(APT) $$missing; then exit 0; fi; \
	echo "Please install these packages (as root: apt-get install$$missing); going on without them." >&2
endef

.PHONY: help setup run test faults fuzz proofs audit bench bundle check words lock clean need-run need-test need-bundle
.DELETE_ON_ERROR:

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: need-run $(VENV)/.installed $(CATALOGUES) ## the environment in .venv, the system libraries, the translations

run: setup ## open the desk on its demo world (with no screen: play the tour into tour/)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "No screen here (DISPLAY and WAYLAND_DISPLAY are empty): playing the tour into tour/."; \
	  QT_QPA_PLATFORM=offscreen exec $(BIN)/casaco-desk tour --out tour; \
	else \
	  exec $(BIN)/casaco-desk run --demo; \
	fi

test: setup need-test check ## every check, then every test
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

check: setup ## style, types and walls: ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

faults: setup need-test ## power cuts, kills, full disks and more, staged by the hundred: what was lost, as a table
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.faults --workers $(WORKERS)

proofs: setup ## every invoice, receipt, closing and export of a generated year held against each other, as a table
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.proofs

SECONDS ?= 60
fuzz: setup ## hostile input at every door, SECONDS each (60): executions, and whether the desk held
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.fuzz --seconds $(SECONDS)

audit: $(VENV)/.locked ## known faults of the locked dependencies; says so when nobody could be asked
	@test -x $(VENV)/audit/bin/pip-audit || { $(PYTHON) -m venv $(VENV)/audit && \
	  $(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1; } || true
	@$(BIN)/python -m tests.audit $(VENV)/audit/bin/pip-audit

bench: setup ## ratios against a floor measured in the same run, as a table and in bench.json; LONG=1: ten years and a week too
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.bench $(if $(LONG),--long)

bundle: setup need-bundle ## the application as one folder in dist/, then its own smoke test
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN build.spec
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} dist/casaco-desk/casaco-desk --smoke-test

words: setup ## the English catalogue again from the sources, and what is left to translate
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -source-language fr -target-language en_GB \
	  $$(find desk views -name '*.py' | LC_ALL=C sort) -ts $(ENGLISH)
	$(BIN)/pyside6-lrelease -silent $(ENGLISH) -qm $(ENGLISH:.ts=.qm)
	@grep -B 1 'type="unfinished"' $(ENGLISH) || echo "Every sentence has its English."

lock: setup ## requirements*.txt again from requirements*.in
	$(COMPILE) requirements.in -o requirements.txt
	$(COMPILE) requirements-dev.in -o requirements-dev.txt

clean: ## everything made here, .venv included
	rm -rf $(VENV) build dist tour shots fuzz bench.json *.egg-info resources/i18n/*.qm
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find desk models views tests -name __pycache__ -type d -prune -exec rm -rf {} +

need-run:
	$(call need,$(RUN_PACKAGES))

need-test: $(VENV)/.installed
	$(call need,$(TEST_PACKAGES))

need-bundle: $(VENV)/.installed
	$(call need,$(BUNDLE_PACKAGES))

# The stamps below make a second `make setup` instant: each is as old as the work it stands for.
$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo "Casaco Desk needs Python 3.11 or later: no $(PYTHON) here." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Casaco Desk needs Python 3.11 or later: this is $$($(PYTHON) -V). Try make PYTHON=python3.11." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && $(APT) python3-venv; } || { \
	  echo "This Python cannot make environments: please install python3-venv." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.locked: $(VENV)/.made requirements.txt requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  -r requirements.txt -r requirements-dev.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --no-deps --no-build-isolation --editable .
	@touch $@

resources/i18n/%.qm: resources/i18n/%.ts | $(VENV)/.locked
	$(BIN)/pyside6-lrelease -silent $< -qm $@
