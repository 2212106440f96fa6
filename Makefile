# make alone lists what can be done.
SITE ?= demo
JOBS ?= $(shell nproc)
BUILD := build/release
DEV := build/dev

.PHONY: help site test build check bench accept screenshots clean asan clang tsan fuzz
help:
	@echo "make site          install what is missing, build, and write the demonstration site to build/site/demo (SITE=stockholm for another)"
	@echo "make test          install what is missing, and pass every test, the browser's too"
	@echo "make build         build the program: $(BUILD)/lagesbild"
	@echo "make check         what the continuous integration runs: the same as make test"
	@echo "make bench         measure builds of 181, 2 000 and 20 000 units against a floor program"
	@echo "make accept        rewrite the expected files of the golden sites, to be read before they are committed"
	@echo "make asan, tsan    the unit tests with address and undefined-behaviour, or thread, sanitizers"
	@echo "make clang         build and unit-test with the second compiler"
	@echo "make fuzz          a minute of each fuzzer"
	@echo "make screenshots   pictures of every kind of page, in build/screenshots"
	@echo "make clean         remove build/"

site: build
	@echo "== writing the site"
	@$(BUILD)/lagesbild build content/sites/$(SITE) --out build/site/$(SITE)

build:
	@.ci/install site
	@echo "== building the generator (the first time takes a minute or two)"
	@cmake --preset release -Wno-dev > build-log.tmp 2>&1 || { cat build-log.tmp; rm -f build-log.tmp; exit 1; }; rm -f build-log.tmp
	@cmake --build $(BUILD) -j $(JOBS) --target lagesbild

check: test
test:
	@.ci/install test
	@echo "== building the generator and its tests (the first time takes a few minutes)"
	@cmake --preset dev -Wno-dev > build-log.tmp 2>&1 || { cat build-log.tmp; rm -f build-log.tmp; exit 1; }; rm -f build-log.tmp
	@cmake --build $(DEV) -j $(JOBS)
	@echo "== testing"
	@ctest --test-dir $(DEV) -j $(JOBS) --output-on-failure

asan tsan clang:
	@.ci/install $@
	@cmake --preset $@ -Wno-dev
	@cmake --build build/$@ -j $(JOBS)
	@ctest --test-dir build/$@ -L unit --output-on-failure

bench:
	@.ci/install bench
	@cmake --preset bench -Wno-dev
	@cmake --build build/bench -j $(JOBS)
	@/usr/bin/python3 tests/bench/bench.py build/bench

accept:
	@test -z "$$CI" || { echo "make accept is not for continuous integration"; exit 1; }
	@cmake --build $(DEV) -j $(JOBS) --target lagesbild
	@/usr/bin/python3 tests/golden/run.py --program $(DEV)/lagesbild --accept

screenshots: build
	@.ci/install test
	@/usr/bin/python3 tests/browser/screenshots.py --program $(BUILD)/lagesbild --out build/screenshots

fuzz:
	@.ci/install fuzz
	@tests/fuzz/run.sh

clean:
	@rm -rf build
