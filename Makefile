# Every target does its own set-up first (.ci/setup), and installs only what is missing.

PORT ?= 8080

# Tools of the project come first: target/tools/bin holds only what this machine
# lacks at the right version, node_modules/.bin has wasm-opt and playwright.
export PATH := $(CURDIR)/target/tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

.PHONY: help serve dev build test bench test-long test-interop pictures sbom
.SILENT:

help:
	echo 'make serve      build Unknot and serve it at http://127.0.0.1:$(PORT)/   (another port: make serve PORT=8081)'
	echo 'make test       every check: format, clippy, documentation, native tests, release build, browser tests'
	echo 'make dev        serve while you edit, with reload, at http://127.0.0.1:8081/'
	echo 'make build      the site as it is published, into dist/'
	echo 'make bench      measure: time to usable, first paint, taps, large diaries, Lighthouse; against limits'
	echo 'make test-interop  what other programs say of the same data: SciPy, LibreOffice, FHIR models, poppler, icalendar'
	echo 'make test-long  checks that run for long: a million walks through the interview, every fault of a store, fifty kills, coverage, mutants, licences and advisories'
	echo 'make sbom       the bill of materials: every crate in the program, as CycloneDX, into target/sbom.json'
	echo 'make pictures   draw the icons and the screenshots of public/ again'

# Whether the port is free is asked before the build, which takes a while.
serve: setup-build port-free build
	exec node .ci/serve.mjs --port $(PORT)

# Another port than `serve`, so another origin: its diary and its service worker stay apart.
# Another folder than dist/, which holds only what could be published.
dev: setup-build
	exec trunk serve --port 8081 --dist target/dev-site

# The program says nothing of the machine that it was built on, and is the same from every one: the folder
# of this project and those of the packages are left out of the paths in it.
build: setup-build
	CARGO_ENCODED_RUSTFLAGS="$$(printf -- '--remap-path-prefix=%s/=' "$$PWD"; printf -- '\037--remap-path-prefix=%s/=' "$${CARGO_HOME:-$$HOME/.cargo}"/registry/src/*)" trunk build --release
	node .ci/site/styles.mjs
	node .ci/site/policy.mjs
	node .ci/site/precache.mjs
	node .ci/site/sizes.mjs

test: setup-test
	exec node .ci/test.mjs

bench: setup-test build
	exec playwright test --config tests/browser --project bench

# For what takes more than a few minutes. `make test` stays quick.
test-long: setup-test
	.ci/setup long
	exec node .ci/long.mjs

# For what wants programs of other languages.
test-interop: setup-test build
	.ci/setup interop
	exec node .ci/interop.mjs

sbom: setup-build
	mkdir -p target
	node .ci/sbom.mjs >target/sbom.json

pictures: setup-test build
	exec node .ci/pictures.mjs

.PHONY: setup-build setup-test port-free
setup-build:
	.ci/setup build
port-free:
	node .ci/serve.mjs --port $(PORT) --check
setup-test:
	.ci/setup test
