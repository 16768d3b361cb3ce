# The verbs of this repository. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup dev test test-ci test-rust test-web test-template test-system lint deny audit fmt generate synth validate deploy destroy seed bench bench-synth bench-report clean

PYTHON ?= python3
CARGO ?= cargo
ENV ?= dev
# The tool and the handlers of `dev` share their dependencies when one run of Cargo builds both.
HANDLERS = auth orders products reports
BUILD = $(CARGO) build --locked -p shop-infra --bin infra-gen $(foreach name,$(HANDLERS),-p shop-$(name) --bin $(name))
INFRA_GEN = $(CARGO) run --quiet --locked -p shop-infra --

help: ## list the verbs
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

dev: setup ## run the shop on this machine at http://localhost:5173 (RESET=1 starts clean)
	$(BUILD)
	$(INFRA_GEN) dev $(if $(RESET),--reset)

test: lint test-ci test-rust test-web test-template test-system ## everything below, in order

lint: .venv/.installed ## formatting, clippy, workflows, scripts
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets --all-features -- --deny warnings
	PATH="$(CURDIR)/.venv/bin:$$PATH" actionlint
	.venv/bin/shellcheck $(filter-out .ci/linker.txt,$(wildcard .ci/*))

test-ci: ## the script that looks up known vulnerabilities, with databases that answer and others that do not
	.ci/test-vulnerabilities

test-rust: setup ## the Rust crates: units, properties, snapshots, handlers against DynamoDB, deployments against CloudFormation
	$(CARGO) test --locked --workspace --all-features

test-web: setup ## the web app: types, lint, units, size of the first load
	npm --prefix web run check

test-template: setup ## every environment's template before an outside judge
	.ci/lint-templates

test-system: setup ## the whole shop in a browser, on a stack of its own
	.ci/browser-tests

audit: .venv/.installed ## known vulnerabilities of crates and packages (needs cargo-deny; REQUIRE_AUDIT=true fails without a database)
	.ci/vulnerabilities

deny: ## licences and sources of everything that is linked (needs cargo-deny)
	cargo-deny --locked --all-features check licenses bans sources

fmt: web/node_modules/.package-lock.json ## format Rust and the web app
	$(CARGO) fmt --all
	npm --prefix web run format

generate: web/node_modules/.package-lock.json ## rewrite what is generated: typed resources, the OpenAPI document, drawings, the web app's types
	$(CARGO) run --quiet --locked -p cfn-generator
	$(CARGO) run --quiet --locked -p shop-contract --example openapi
	$(CARGO) run --quiet --locked -p state-machines --example draw
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

seed: ## fill ENV with the catalogue and its pictures
	$(INFRA_GEN) seed --env $(ENV)

bench: ## time the generator and the handlers
	$(CARGO) bench --locked --workspace

bench-synth: ## time synthesis of 100 to 4,000 resources and draw it, and the verbs as processes
	$(CARGO) bench --locked -p infra-gen-cfn --all-features --bench growth -- --svg $(CURDIR)/docs/pictures/synth_growth.svg
	$(CARGO) bench --locked -p shop-infra --bench process

bench-report: ## make a report on a million orders, or on ORDERS of them, with its memory watched
	$(CARGO) bench --locked -p shop-reports --bench million

clean: ## remove what was built and the local state
	$(CARGO) clean
	rm -rf .local web/dist
