# What contributors run. `make test` is all that has to pass before a change lands.

GO ?= go
STATICCHECK ?= $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: test lint unit race generate fuzz

test: lint race

# Formatting, vet on the three systems the program runs on, and staticcheck.
lint:
	@unformatted=$$(gofmt -l main.go generator themes bench 2>/dev/null); \
	if [ -n "$$unformatted" ]; then echo "not formatted: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	GOOS=windows $(GO) vet ./...
	GOOS=darwin $(GO) vet ./...
	$(STATICCHECK) ./...

# What needs no browser, in under a minute.
unit:
	$(GO) test ./...

race:
	CI=true $(GO) test -race ./...

generate:
	$(GO) generate ./...

# Every fuzz target for a short while: make fuzz TIME=1m
TIME ?= 10s
fuzz:
	@for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(TIME) $$package || exit 1; \
		done; \
	done
