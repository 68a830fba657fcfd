# Handback. `make help` lists what can be asked for; each recipe is one small script in setup/.

.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench fuzz assets lock format

# What a person's own shell happens to hold must not change what is built or tested.
unexport PYTHONPATH PYTHONHOME PYTEST_ADDOPTS DJANGO_SETTINGS_MODULE VIRTUAL_ENV

help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make .venv and, in it, the command handback
	@setup/environment

demo: setup ## Load the demonstration record, print its address and accounts, and serve it
	@.venv/bin/handback demo

test: setup ## Run every test, browser included
	@setup/browser
	@setup/test

check: setup ## Format, lint, types, import contracts, migrations, architecture
	@setup/check

bench: setup ## Measure, print the table and keep it in docs/reference/performance.md
	@.venv/bin/python -m bench

fuzz: setup ## Look for bytes that break the reader: ten minutes a format (SECONDS_EACH, FORMATS)
	@setup/fuzz

assets: ## Build the styles and scripts that the package carries (needs Node.js)
	@setup/assets

lock: ## Choose versions anew and write requirements/*.txt with their hashes (needs uv)
	@setup/lock

format: setup ## Put every Python file into the house form
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .
