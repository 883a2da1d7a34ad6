# Två kommandon räcker: make run och make test. Resten är för dig som ändrar i koden.
PYTHON ?= python3
ARGS ?=
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet install
# Finns uv på datorn installerar det på några sekunder; pip tar vid där uv inte finns eller inte når
# det ställe som pip är inställt på. Båda kräver att kontrollsummorna stämmer.
UV := $(shell command -v uv 2>/dev/null)
LOCKED = $(if $(UV),UV_SYSTEM_CERTS=1 $(UV) pip install --quiet --python $(PY) --require-hashes -r $(1) 2>/dev/null ||) \
  $(PIP) --require-hashes -r $(1)
LOCKER := $(or $(UV),.venv-lock/bin/uv)
LOCK := $(LOCKER) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.DEFAULT_GOAL := help
.PHONY: sbom help run test check-code lock robust verify pictures check bench measure mutation mutate clean

help:
	@echo "make run     startar Nätverkskollen på http://127.0.0.1:8501"
	@echo "make test    kör alla tester (ett urval: make test ARGS=\"-k fee\")"
	@echo "make check-code granskar koden: form, vanor och typer; make test börjar med det"
	@echo "make robust  bevisar att inget svar går förlorat; skriver ut siffrorna"
	@echo "make verify EVALUATION=id  räknar om en utvärdering på ett andra sätt och säger vilka siffror som stämmer"
	@echo "make pictures tar en bild av varje sida, ljust och mörkt (mappen pictures/)"
	@echo "make lock    låser alla paket med kontrollsummor (nya versioner: make lock ARGS=--upgrade)"
	@echo "make check   kontrollerar dina YAML-filer och berättar vad som ska rättas"
	@echo "make bench   mäter hastigheten bredvid andra program (se benchmarks/README.md)"
	@echo "make mutation ändrar metoden på alla små sätt och räknar hur många ändringar testerna märker"
	@echo "make sbom    skriver vilka paket programmet består av och prövar deras licenser"
	@echo "make clean   tar bort det som har installerats i den här mappen"
	@echo "Första gången installeras allt i mappen $(VENV); det tar ungefär en minut."

run: $(VENV)/installed
	$(PY) -m streamlit run app.py $(ARGS)

# Proven läses in en gång medan koden kontrolleras: annars översätter var och en av dem som kör dem
# samma filer första gången.
test: $(VENV)/installed-dev
	@$(PY) -m pytest --collect-only --quiet >/dev/null 2>&1 & \
	  $(MAKE) --no-print-directory check-code; found=$$?; wait; exit $$found
	@$(PY) -m tests.browser
	@$(PY) -m tests.office
	@$(PY) -m tests.database
# Ett prov mer åt gången än datorn har processorer: en del av tiden väntar proven på något. Varje
# webbläsare tar över en halv gigabyte, så de är aldrig fler än fyra.
ifeq ($(ARGS),)
	$(PY) -m pytest -n $$($(PY) -c "import os; print(min((os.cpu_count() or 1) + 1, 4))") --dist loadfile --no-loadscope-reorder
else
	$(PY) -m pytest $(ARGS)
endif

check-code: $(VENV)/installed-dev
	@$(PY) -m ruff format --check --quiet . || { echo "Skriv om med: $(PY) -m ruff format ." >&2; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy

robust: $(VENV)/installed-dev
	@ROBUST=1 $(PY) -m pytest -q tests/robust tests/e2e/test_leaving.py tests/e2e/test_accessibility.py \
	  tests/e2e/test_form_parts.py \
	  tests/natverkskollen/store tests/natverkskollen/files \
	  tests/natverkskollen/output/papers/test_any_text.py tests/components/test_any_field.py \
	  tests/components/shell/test_rights.py tests/cases/test_second_implementation.py \
	  tests/natverkskollen/editing/test_form_row_reading.py \
	  tests/natverkskollen/analysis/test_sufficiency.py \
	  tests/natverkskollen/analysis/test_budget_sets.py \
	  tests/natverkskollen/analysis/register/test_notice_days.py $(ARGS)
	@$(PY) -m tests.robust.strace

verify: $(VENV)/installed-dev
	@test -n "$(EVALUATION)" || { echo "Ange vilken: make verify EVALUATION=huddinge-2025" >&2; exit 2; }
	@$(PY) -m tests.auditing $(EVALUATION) $(ARGS)

pictures: $(VENV)/installed-dev
	@$(PY) -m tests.e2e.pictures $(ARGS)

check: $(VENV)/installed
	@$(PY) -m natverkskollen check $(ARGS)

sbom: $(VENV)/installed
	@$(PY) -m shipping.bill_of_materials > natverkskollen.cdx.json
	@echo "natverkskollen.cdx.json är skriven."

# Small faults put into the method, one at a time: how many do its own tests notice?
mutation:
	@$(MAKE) --no-print-directory VENV=.venv-bench mutate

mutate: $(VENV)/installed-bench
	@$(PY) -m benchmarks.mutation $(ARGS)

# The peers bring a hundred megabytes of their own, so they get a folder of their own.
bench:
	@$(MAKE) --no-print-directory VENV=.venv-bench measure

measure: $(VENV)/installed-bench
	@$(PY) -m benchmarks $(ARGS)

clean:
	rm -rf $(VENV) .venv-bench .venv-lock .browser

# En rad per paket och dator i samma fil: Linux och Windows, Python 3.11 och senare.
lock: | $(LOCKER)
	@$(LOCK) $(ARGS) requirements.txt -o requirements.lock.txt
	@$(LOCK) $(ARGS) -c requirements.lock.txt requirements-dev.txt -o requirements-dev.lock.txt

.venv-lock/bin/uv:
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip --disable-pip-version-check --quiet install uv==0.13.9

$(VENV)/installed: requirements.lock.txt | $(PY)
	@echo "Installerar det som Nätverkskollen behöver ..."
	@$(call LOCKED,requirements.lock.txt)
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock.txt $(VENV)/installed
	@echo "Installerar det som testerna behöver ..."
	@$(call LOCKED,requirements-dev.lock.txt)
	@touch $@

$(VENV)/installed-bench: requirements-bench.txt $(VENV)/installed-dev
	@echo "Installerar det som mätningarna jämför med ..."
	@$(PIP) -r requirements-bench.txt
	@touch $@

# A failed venv leaves a python behind that the next make would take for a finished one.
$(PY):
	@$(PYTHON) -c "" 2>/dev/null || { \
	  echo "Hittar inte $(PYTHON). Installera Python 3.11 eller senare (i Debian: apt install python3 python3-venv)"; \
	  echo "eller ange vilken Python du har: make run PYTHON=/sökväg/till/python3"; exit 1; } >&2
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
	  echo "Nätverkskollen behöver Python 3.11 eller senare, men du har $$($(PYTHON) --version)."; \
	  echo "Har du en nyare Python? Ange den: make run PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || { \
	  echo "Din Python saknar venv. Installera Debians paket: apt install python3-venv"; exit 1; } >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
