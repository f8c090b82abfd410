# Each target is one line; what it does stands in scripts/.
.DEFAULT_GOAL := help
.PHONY: help run test lint types bench screenshots lock

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## install what is missing, then serve (HOST, PORT and DATABASE_URL from the environment)
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/readiness serve

test: ## everything .ci/run runs: lint, types, architecture, unit, integration, browser journeys
	@exec sh scripts/test.sh

lint: ## ruff, layers, templates; only ruff on some paths: make lint P="readiness/core tests/unit/core"
	@sh scripts/setup.sh requirements-test.txt
	@exec sh scripts/lint.sh $(P)

types: ## mypy --strict; on some paths: make types P=readiness/core
	@sh scripts/setup.sh requirements-test.txt
	@exec .venv/bin/mypy $(P)

bench: ## how long the commands take on this machine
	@sh scripts/setup.sh requirements.txt
	@exec .venv/bin/python -m benchmarks.commands

screenshots: ## pictures of pages into screenshots/: make screenshots P="/ /method" [URL=http://127.0.0.1:8000]
	@sh scripts/setup.sh requirements-test.txt
	@sh scripts/browser.sh
	@exec .venv/bin/python -m scripts.screenshots $(if $(URL),--url $(URL)) $(P)

lock: ## write both lock files anew; newer versions: make lock ARGS=--upgrade
	@exec sh scripts/lock.sh $(ARGS)
