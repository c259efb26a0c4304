# What contributors run. `make test` is all that has to pass before a change lands.

GO ?= go
STATICCHECK ?= $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: bench test tools lint unit quick race proof valid everywhere shots generate fuzz release

test: tools lint quick race proof

# What the proof in a browser needs (proof/): Debian's packages, only those that are missing; the checkers from npm, at fixed versions,
# into node_modules, which is not tracked. Nothing of it is part of the program.
PACKAGES = chromium-headless-shell default-jre-headless fonts-noto-core poppler-utils zbar-tools $(SERVERS)
# What docs/publish.md is tried with (docs/servers_test.go). Their packages are kept from starting them as services of the machine.
SERVERS = apache2-bin nginx libnginx-mod-http-brotli-static caddy
GUARD = /usr/sbin/policy-rc.d
AXE = 4.14.1
VNU = 26.9.27
TSC = 5.9.3
tools:
	@command -v apt-get >/dev/null || { echo "no apt-get here; the proof needs what $(PACKAGES) hold" >&2; exit 0; }; \
	missing=; for package in $(PACKAGES); do \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing="$$missing $$package"; \
	done; \
	if command -v java >/dev/null; then missing=$$(echo "$$missing" | sed 's/default-jre-headless//'); fi; \
	if [ -n "$$(echo $$missing)" ]; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		guard=; [ -e $(GUARD) ] || { guard=$(GUARD); printf '#!/bin/sh\nexit 101\n' | $$sudo tee $$guard >/dev/null; $$sudo chmod +x $$guard; }; \
		$$sudo apt-get update -o DPkg::Lock::Timeout=300 && \
		$$sudo apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $$missing; \
		result=$$?; [ -z "$$guard" ] || $$sudo rm -f "$$guard"; exit $$result; \
	fi
	@missing=; for package in axe-core@$(AXE) vnu-jar@$(VNU) typescript@$(TSC); do \
		grep -qs "\"version\": \"$${package#*@}\"" "node_modules/$${package%@*}/package.json" || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		npm install --prefix . --no-save --no-package-lock --ignore-scripts --no-audit --no-fund axe-core@$(AXE) vnu-jar@$(VNU) typescript@$(TSC); \
	fi

# Formatting, vet on the three systems the program runs on, staticcheck, and the types of the theme's scripts. For the two other systems all is
# compiled only to be checked, which is quicker without making it fast.
CHECKED = -gcflags='all=-N -l'
lint:
	@unformatted=$$(gofmt -l main.go release_test.go generator themes bench docs proof 2>/dev/null); \
	if [ -n "$$unformatted" ]; then echo "not formatted: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	GOOS=windows $(GO) vet $(CHECKED) ./...
	GOOS=darwin $(GO) vet $(CHECKED) ./...
	$(STATICCHECK) ./...
	@if [ -e node_modules/typescript/bin/tsc ]; then echo tsc -p themes; node node_modules/typescript/bin/tsc -p themes; \
	elif [ -n "$$CI" ]; then echo "no tsc; make tools installs it"; exit 1; fi

# What needs no browser, in under a minute.
unit:
	$(GO) test -short ./...

# The same with nothing skipped for want of a tool; whole sites are built in the proof.
quick:
	CI=true $(GO) test -timeout 30m -short . $$($(GO) list ./generator/... | grep -v /build)

# With the race detector: what works on several cores at once, and sites built whole, in which many goroutines share all the rest.
AT_ONCE = catalog check output pdf prose reach serve
race:
	CI=true $(GO) test -timeout 30m -short -race $(AT_ONCE:%=./generator/%)
	CI=true $(GO) test -timeout 30m -race -run 'TestSites/(edit|reach|print)' ./generator/build

# The sample site in a browser and page by page, PDFs as a browser prints them, what builds the sample whole, and the guard over what a build costs.
proof:
	CI=true $(GO) test -timeout 30m ./proof/... ./docs ./bench/... ./generator/build ./generator/pdf

# The HTML checker over every page of the sample, some minutes; `make proof` has it read those that differ in their markup.
valid: tools
	CI=true $(GO) test -timeout 60m -v -run 'TestEveryPage/is_valid' ./proof -args -whole

# The browser proof with everything looked at in every language, a quarter of an hour; `make proof` does so in two.
everywhere: tools
	CI=true $(GO) test -timeout 60m -run TestInABrowser ./proof -args -everywhere

# Pictures of every kind of page into shots/, for people to look at: 360 and 1280 pixels, both directions, light and dark.
shots:
	$(GO) run ./proof/shots

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

# The program for everybody into dist/, with checksums; one of them with TARGETS=linux-amd64. The same commit and the same Go give the same bytes.
TARGETS ?= linux-amd64 linux-arm64 darwin-amd64 darwin-arm64 windows-amd64 windows-arm64
DIST ?= dist
VERSION ?= $(shell git describe --tags --always --dirty)
release:
	@mkdir -p "$(DIST)" && rm -f "$(DIST)"/mappe-* "$(DIST)"/SHA256SUMS
	@for target in $(TARGETS); do \
		system=$${target%-*}; file="$(DIST)/mappe-$$(echo $$target | sed 's/^darwin/macos/')"; \
		if [ $$system = windows ]; then file="$$file.exe"; fi; \
		echo "$$file $(VERSION)"; \
		CGO_ENABLED=0 GOFLAGS= GOOS=$$system GOARCH=$${target#*-} $(GO) build -trimpath -buildvcs=false \
			-ldflags "-s -w -X mappe/generator/cli.stamped=$(VERSION)" -o "$$file" . || exit 1; \
	done
	@{ cat LICENSE "$$($(GO) env GOROOT)/LICENSE"; \
		for system in linux darwin windows; do \
			GOOS=$$system $(GO) list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}' .; \
		done | sort -u | while read -r module folder; do printf '\n\n%s\n\n' "$$module"; cat "$$folder"/LICENSE*; done; } > "$(DIST)/LICENSES.txt"
	@cd "$(DIST)" && sha256sum mappe-* LICENSES.txt > SHA256SUMS

# The program beside Hugo and Pagefind, in one run: OFFERS=10000 for more. Needs a network and npm the first time.
OFFERS ?= 1000
LANGUAGES ?= 6
bench:
	@$(GO) run ./bench --offers $(OFFERS) --languages $(LANGUAGES)
