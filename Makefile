# The targets of this repository. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup dev test test-ci test-corpus test-rust test-web test-template test-system lint all-services deny audit fmt generate synth validate deploy destroy seed bench bench-synth bench-report corpus corpus-fetch asl-mutants clean

PYTHON ?= python3
CARGO ?= cargo
ENV ?= dev
# The tool and the handlers of `dev` share dependencies when one Cargo call builds both.
HANDLERS = auth orders products reports
BUILD = $(CARGO) build --locked -p shop-infra --bin infra-gen $(foreach name,$(HANDLERS),-p shop-$(name) --bin $(name))
INFRA_GEN = $(CARGO) run --quiet --locked -p shop-infra --

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.installed web/node_modules/.package-lock.json ## install the emulator, the template linter and the web app's packages

.venv/.installed: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "make: Python 3.10 or newer is missing; install it, or name it with PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	@command -v npm >/dev/null || { echo "make: npm is missing; install Node.js 20 or newer" >&2; exit 1; }
	npm --prefix web ci --no-audit --no-fund
	@touch $@

dev: setup ## run the shop at http://localhost:5173 (RESET=1 starts with an empty stack)
	$(BUILD)
	$(INFRA_GEN) dev $(if $(RESET),--reset)

test: lint test-ci test-corpus test-rust test-web test-template test-system ## run all checks

lint: .venv/.installed ## check formatting, Rust code, workflows, scripts and wording
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- --deny warnings
	PATH="$(CURDIR)/.venv/bin:$$PATH" actionlint
	.venv/bin/shellcheck $(filter-out %.txt,$(wildcard .ci/*))
	.ci/words

test-ci: ## test the vulnerability check, with and without reachable databases
	.ci/test-vulnerabilities

asl-mutants: ## check a million mutants of state machines for panics and hangs (about ten minutes)
	ASL_MUTANTS=1000000 $(CARGO) test --locked -p infra-gen-asl --test mutants

test-corpus: ## test the comparison with other validators (`make corpus`)
	cd infra-gen/corpus && $(PYTHON) -m unittest discover --start-directory tests --top-level-directory .

test-rust: setup ## test the Rust crates, with DynamoDB in process and deployments to the emulator
	$(CARGO) test --locked --workspace

test-web: setup ## check the web app: types, lint, unit tests, size budgets
	npm --prefix web run check

test-template: setup ## check every environment's template with cfn-lint
	.ci/lint-templates

test-system: setup ## test the whole shop in a browser, on a separate stack
	.ci/browser-tests

audit: .venv/.installed ## check for known vulnerabilities (needs cargo-deny; REQUIRE_AUDIT=true fails if a database is unreachable)
	.ci/vulnerabilities

all-services: ## compile the typed resources of every AWS service (slow)
	$(CARGO) check --locked -p infra-gen-cfn --lib --example web_service --features $(shell sed -n '/^\[features\]/,/^\[dep/s/^\([a-z0-9]*\) = \[\]$$/\1/p' infra-gen/cfn/Cargo.toml | grep -v '^default$$' | paste -sd,)

deny: ## check licences and sources of all crates (needs cargo-deny)
	cargo-deny --locked --all-features check licenses bans sources

fmt: web/node_modules/.package-lock.json ## format Rust and the web app
	$(CARGO) fmt --all
	npm --prefix web run format

generate: .venv/.installed web/node_modules/.package-lock.json ## write the generated files: typed resources, the list of rules, the OpenAPI document, drawings, the web app's types
	npm --prefix infra-gen/schema/vendor/sources ci --ignore-scripts --no-audit --no-fund
	$(CARGO) run --quiet --locked -p infra-gen-schema-vendor
	.venv/bin/python infra-gen/asl/data/generate.py
	$(CARGO) run --quiet --locked -p shop-contract --example openapi
	$(CARGO) run --quiet --locked -p state-machines --example draw
	$(INFRA_GEN) rules --format markdown > docs/RULES.md
	$(INFRA_GEN) graph --quiet --env prod --format svg --output docs/pictures/stack.svg
	npm --prefix web run generate

synth: ## print the template of ENV
	@$(INFRA_GEN) synth --env $(ENV)

validate: ## check the template of ENV
	$(INFRA_GEN) validate --env $(ENV)

deploy: setup ## deploy ENV to AWS
	$(INFRA_GEN) deploy --env $(ENV)

destroy: ## delete ENV from AWS
	$(INFRA_GEN) destroy --env $(ENV)

seed: ## load the catalogue and its pictures into ENV
	$(INFRA_GEN) seed --env $(ENV)

bench: ## run the benchmarks of the generator and the handlers
	$(CARGO) bench --locked --workspace

bench-synth: ## measure synthesis of 100 to 4,000 resources, draw the result, and measure the commands as processes
	$(CARGO) bench --locked -p infra-gen-cfn --bench growth -- --svg $(CURDIR)/docs/pictures/synth_growth.svg
	$(CARGO) bench --locked -p shop-infra --bench process

bench-report: ## make a report on a million orders (or ORDERS) and measure its memory
	$(CARGO) bench --locked -p shop-reports --bench million

.venv-corpus/.installed: infra-gen/corpus/requirements.txt
	$(PYTHON) -m venv .venv-corpus
	.venv-corpus/bin/pip install --quiet --disable-pip-version-check --requirement infra-gen/corpus/requirements.txt
	@touch $@

infra-gen/corpus/cdk/node_modules/.package-lock.json: infra-gen/corpus/cdk/package-lock.json
	npm --prefix infra-gen/corpus/cdk ci --no-audit --no-fund

CORPUS ?=
RUN_CORPUS = cd infra-gen/corpus && $(CURDIR)/.venv-corpus/bin/python -m corpus --corpus "$(abspath $(CORPUS))" --cache $(CURDIR)/target/corpus

corpus: .venv-corpus/.installed infra-gen/corpus/cdk/node_modules/.package-lock.json ## compare with cfn-lint, AWS's validator and the CDK on the public templates in the folder CORPUS
	@test -n "$(CORPUS)" || { echo "make: CORPUS=… names the folder with the public templates; \`make corpus-fetch\` clones them" >&2; exit 1; }
	$(CARGO) build --locked -p shop-infra --bin infra-gen
	$(RUN_CORPUS) --infra-gen $(CURDIR)/target/debug/infra-gen --report $(CURDIR)/target/corpus/report.md all

corpus-fetch: .venv-corpus/.installed ## clone the public templates into the folder CORPUS
	@test -n "$(CORPUS)" || { echo "make: CORPUS=… names the folder for the public templates" >&2; exit 1; }
	$(RUN_CORPUS) fetch

clean: ## remove build output and local state
	$(CARGO) clean
	rm -rf .local web/dist
