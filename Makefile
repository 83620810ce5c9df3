# The few commands to know. Everything else: cargo xtask --help
.PHONY: help test check demo

help:
	@echo "make check   format, lints and tests: while working"
	@echo "make test    everything CI runs: before handing in"
	@echo "make demo    build Tandem and open a demo company"

# Format, lints, tests, doc tests, tidy, licences, advisories.
test:
	@bash scripts/test.sh

# Format, lints, tests.
check:
	@bash scripts/test.sh --quick

# Arguments: make demo ARGS="--help"
demo:
	@bash scripts/demo.sh $(ARGS)
