# Each target is one line; what it does stands in scripts/.
.DEFAULT_GOAL := help
.PHONY: help install run demo test lint types bench screenshots pictures messages lock golden

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## put the program into .venv, so that .venv/bin/readiness works
	@sh scripts/setup.sh requirements.txt

run: ## install what is missing, then serve (HOST, PORT and DATABASE_URL from the environment)
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/readiness serve

demo: ## as run, on a throw-away database with seven client organisations and two years of assessments
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/python -m scripts.demo

test: ## everything .ci/run runs: lint, types, architecture, unit, integration, browser journeys
	@exec sh scripts/test.sh

lint: ## ruff, layers, templates; only ruff on some paths: make lint P="readiness/core tests/unit/core"
	@sh scripts/setup.sh requirements-test.txt
	@exec sh scripts/lint.sh $(P)

types: ## mypy --strict; on some paths: make types P=readiness/core
	@sh scripts/setup.sh requirements-test.txt
	@exec .venv/bin/mypy $(P)

bench: ## how long report, page and saved answer take on this machine, and peak memory
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/python -m benchmarks.measure

screenshots: ## pictures of pages into screenshots/: make screenshots P="/ /method" [URL=http://127.0.0.1:8000]
	@sh scripts/setup.sh requirements-test.txt
	@sh scripts/browser.sh
	@exec .venv/bin/python -m scripts.screenshots $(if $(URL),--url $(URL)) $(P)

pictures: ## make the two pictures of the README anew
	@sh scripts/setup.sh requirements-test.txt
	@sh scripts/browser.sh
	@exec .venv/bin/python -m scripts.pictures

messages: ## bring the translations in line with the code: new messages are added empty
	@sh scripts/setup.sh requirements-test.txt
	@exec .venv/bin/python -m scripts.messages

lock: ## write both lock files anew; newer versions: make lock ARGS=--upgrade
	@exec sh scripts/lock.sh $(ARGS)

golden: ## write the results of the examples anew into tests/golden, to be read in a diff
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/python -m scripts.golden
