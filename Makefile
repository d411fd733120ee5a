# arsip: make help

CONFIG ?= release
B := build/$(CONFIG)
# the program of the release build is build/arsip, as the documents say
ARSIP := $(if $(filter release,$(CONFIG)),build/arsip,$(B)/arsip)
V ?= 0
Q := $(if $(filter 0,$(V)),@)
PREFIX ?= /usr/local

# what building and testing need, and what `make check` needs besides
DEB := gcc g++ libc6-dev make git ca-certificates libctemplate-dev \
	libcmark-dev libgit2-dev libyaml-dev libutf8proc-dev libpcre2-dev \
	libjansson-dev libyajl-dev libdeflate-dev libxxhash-dev libssl-dev \
	zlib1g-dev libzstd-dev libxml2-dev libmicrohttpd-dev \
	libcmocka-dev bats curl jq libxml2-utils zstd
DEB_DEV := clang clang-format clang-tidy cppcheck valgrind mandoc python3 \
	chromium nodejs $(if $(shell command -v npm),,npm)

CC ?= cc
CXX ?= c++
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wvla \
	-Wformat=2 -Wwrite-strings -Wpointer-arith -Wcast-qual \
	-Wimplicit-fallthrough
CWARN := $(WARN) -Wstrict-prototypes -Wmissing-prototypes \
	-Wold-style-definition
CPPFLAGS := -D_XOPEN_SOURCE=700 -Igenerator -isystem /usr/include/libxml2 \
	$(if $(WERROR),-Werror)
LIBS := -lctemplate -lcmark -lgit2 -lyaml -lutf8proc -lpcre2-8 \
	-ljansson -lyajl -lxml2 -ldeflate -lxxhash -lcrypto -lz -lzstd \
	-lmicrohttpd

CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_debug := -O0 -g3
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -DARENA_DEBUG
CFLAGS_tsan := -O1 -g -fsanitize=thread
CFLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer -DARENA_DEBUG
MODE := $(CFLAGS_$(CONFIG))

C_SOURCES := $(wildcard generator/*.c generator/*/*.c)
CC_SOURCES := $(wildcard generator/*/*.cc)
OBJECTS := $(C_SOURCES:%.c=$(B)/%.o) $(CC_SOURCES:%.cc=$(B)/%.o) \
	$(B)/embedded.o
MAIN := $(B)/generator/main.o
EMBEDDED := rules.yaml=generator/loader/rules.yaml \
	reload.js=generator/commands/reload.js \
	$(foreach f,arsip.yaml artikel.txt tentang.md gitignore,\
	starter/$(f)=generator/commands/starter/$(f)) \
	$(foreach f,$(wildcard templates/*.tpl templates/*.yaml \
	templates/*.css templates/*.js),$(f)=$(f))
UNIT := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))
FUZZ := $(patsubst tests/fuzz/%.c,$(B)/target/%,$(wildcard tests/fuzz/*.c))

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all
all: $(ARSIP) ## build build/arsip

# --- the program ------------------------------------------------------------

$(ARSIP): $(OBJECTS)
	@echo "  LINK  $@"
	$(Q)$(CXX) $(MODE) -o $@ $^ $(LIBS) -lpthread

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(CC) -std=c17 $(CPPFLAGS) $(CWARN) $(MODE) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.cc
	@mkdir -p $(@D)
	@echo "  CXX   $<"
	$(Q)$(CXX) -std=c++17 $(CPPFLAGS) $(WARN) $(MODE) $(CXXFLAGS) -MMD -MP -c -o $@ $<

$(B)/embedded.c: generator/embed.sh Makefile $(foreach p,$(EMBEDDED),$(lastword $(subst =, ,$(p))))
	@mkdir -p $(@D)
	$(Q)sh generator/embed.sh $(EMBEDDED) > $@

$(B)/embedded.o: $(B)/embedded.c
	$(Q)$(CC) -std=c17 $(CPPFLAGS) $(CWARN) $(MODE) -MMD -MP -c -o $@ $<


# with `make deps all` nothing is compiled before the packages are there
$(OBJECTS): | $(filter deps deps-dev,$(MAKECMDGOALS))

# --- packages ---------------------------------------------------------------

.PHONY: deps deps-dev
deps: ## install what building and testing need (Debian)
	@sh tests/deps.sh $(DEB)

deps-dev: ## install what `make check` needs besides
	@sh tests/deps.sh $(DEB) $(DEB_DEV)
	@cd tests/browser && npm ci --silent

# --- the demo site ----------------------------------------------------------

.PHONY: site
site: $(ARSIP) ## make the site from content/ and commit it on gh-pages
	$(ARSIP) build
	$(ARSIP) publish

# --- tests ------------------------------------------------------------------

$(B)/unit/%: tests/unit/%.c $(filter-out $(MAIN),$(OBJECTS))
	@mkdir -p $(@D)
	@echo "  TEST  $<"
	$(Q)$(CC) -std=c17 $(CPPFLAGS) $(WARN) $(MODE) $(CFLAGS) -MMD -MP -MT $@ -c -o $@.o $<
	$(Q)$(CXX) $(MODE) -o $@ $@.o $(filter-out $(MAIN),$(OBJECTS)) $(LIBS) -lcmocka -lpthread

$(UNIT): | $(filter deps deps-dev,$(MAKECMDGOALS))

RUN := ARSIP=$(abspath $(ARSIP)) CONFIG=$(CONFIG) sh tests/run.sh

.PHONY: unit test accept check lint browser asan tsan valgrind
unit: $(UNIT) $(B)/bench/load

test: $(ARSIP) unit ## run the tests; T=name runs those whose name has it
	@T='$(T)' $(RUN) $(UNIT) tests/golden/run.sh tests/lint/*.sh tests/e2e/*.bats

accept: $(ARSIP) ## take what the golden tests give now as right; T=name
	@T='$(T)' ARSIP=$(abspath $(ARSIP)) ACCEPT=1 sh tests/golden/run.sh

check: ## all that CI runs after `make test`: lint, sanitizers, fuzzing, valgrind
	@rm -f build/counts
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory browser
	@$(MAKE) --no-print-directory asan
	@$(MAKE) --no-print-directory $(FUZZING) targets
	@$(RUN) tests/fuzz/run.sh
	@$(MAKE) --no-print-directory tsan
	@$(MAKE) --no-print-directory valgrind

lint: ## format, layers, clang-tidy, cppcheck, documents
	@CC='$(CC)' $(RUN) tests/lint/*.sh tests/lint/dev/*.sh

browser: $(ARSIP) ## the demo in Chromium: a reader's ways, WCAG, the script
	@$(RUN) tests/browser/run.sh

asan: ## all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory CONFIG=asan WERROR=1 test

tsan: ## threads under ThreadSanitizer: unit tests, golden, a parallel build
	@$(MAKE) --no-print-directory CONFIG=tsan WERROR=1 build/tsan/arsip unit
	@CONFIG=tsan ARSIP=$(abspath build/tsan/arsip) JOBS=4 sh tests/run.sh \
		$(UNIT:$(B)/%=build/tsan/%) tests/golden/run.sh

# not those that start children: posix_spawn cannot tell a missing program
# under valgrind, which makes its vfork a fork; ASan runs them
valgrind: $(ARSIP) unit ## unit tests and the demo under valgrind
	@VALGRIND=1 $(RUN) $(filter-out %/test_push %/test_publish,$(UNIT)) \
		tests/valgrind.sh

# libFuzzer is clang's: the targets and all they link are built with it
FUZZING := CONFIG=fuzz WERROR=1 CC='$(filter ccache,$(CC)) clang' \
	CXX='$(filter ccache,$(CXX)) clang++'

$(B)/target/%: tests/fuzz/%.c $(filter-out $(MAIN),$(OBJECTS))
	@mkdir -p $(@D)
	@echo "  FUZZ  $<"
	$(Q)$(CC) -std=c17 $(CPPFLAGS) $(WARN) $(MODE) $(CFLAGS) -MMD -MP -MT $@ -c -o $@.o $<
	$(Q)$(CXX) $(MODE) -fsanitize=fuzzer -o $@ $@.o $(filter-out $(MAIN),$(OBJECTS)) $(LIBS) -lpthread

.PHONY: fuzz targets
targets: $(FUZZ)

fuzz: ## hostile bytes against promises; T=name, SECONDS=60 each
	@$(MAKE) --no-print-directory $(FUZZING) targets
	@T='$(T)' FUZZ_SECONDS=$(or $(SECONDS),60) sh tests/fuzz/run.sh

# --- the rest ---------------------------------------------------------------

.PHONY: format install accuracy bench clean help
format: ## put all sources into the one format
	clang-format -i $$(git ls-files '*.c' '*.h' '*.cc')

accuracy: $(ARSIP) ## figures on made and real articles: REAL=folder, SEEDS='1 42'
	@ARSIP=$(abspath $(ARSIP)) python3 tests/accuracy/run.py

$(B)/bench/%: tests/bench/%.c $(filter-out $(MAIN),$(OBJECTS))
	@mkdir -p $(@D)
	$(Q)$(CC) -std=c17 $(CPPFLAGS) $(CWARN) $(MODE) $(CFLAGS) -MMD -MP -MT $@ -c -o $@.o $<
	$(Q)$(CXX) $(MODE) -o $@ $@.o $(filter-out $(MAIN),$(OBJECTS)) $(LIBS) -lpthread

bench: $(ARSIP) $(B)/bench/load ## time loading, building, publishing
	@ARSIP=$(abspath $(ARSIP)) LOAD=$(abspath $(B)/bench/load) \
		sh tests/bench/run.sh

install: $(ARSIP) ## install program and manual below PREFIX (/usr/local)
	install -D -m 755 $(ARSIP) $(DESTDIR)$(PREFIX)/bin/arsip
	install -D -m 644 generator/arsip.1 $(DESTDIR)$(PREFIX)/share/man/man1/arsip.1
	install -D -m 644 generator/arsip.yaml.5 $(DESTDIR)$(PREFIX)/share/man/man5/arsip.yaml.5

clean: ## remove what was built (not the site)
	rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

-include $(OBJECTS:.o=.d) $(wildcard $(B)/unit/*.d $(B)/target/*.d $(B)/bench/*.d)
