# arsip: make help

CONFIG ?= release
B := build/$(CONFIG)
# the program of the release build is build/arsip, as the documents say
ARSIP := $(if $(filter release,$(CONFIG)),build/arsip,$(B)/arsip)
V ?= 0
Q := $(if $(filter 0,$(V)),@)
PREFIX ?= /usr/local

PACKAGES := libctemplate libcmark libgit2 yaml-0.1 libutf8proc libpcre2-8 \
	jansson libdeflate libxxhash libcrypto
CC ?= cc
CXX ?= c++
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wvla \
	-Wformat=2 -Wwrite-strings -Wpointer-arith -Wcast-qual \
	-Wimplicit-fallthrough
CWARN := $(WARN) -Wstrict-prototypes -Wmissing-prototypes \
	-Wold-style-definition
CPPFLAGS := -D_XOPEN_SOURCE=700 -Igenerator $(if $(WERROR),-Werror)
LIBS := -lctemplate -lcmark -lgit2 -lyaml -lutf8proc -lpcre2-8 \
	-ljansson -ldeflate -lxxhash -lcrypto

CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_debug := -O0 -g3
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -DARENA_DEBUG
CFLAGS_tsan := -O1 -g -fsanitize=thread
MODE := $(CFLAGS_$(CONFIG))

C_SOURCES := $(wildcard generator/*.c generator/*/*.c)
CC_SOURCES := $(wildcard generator/*/*.cc)
OBJECTS := $(C_SOURCES:%.c=$(B)/%.o) $(CC_SOURCES:%.cc=$(B)/%.o) \
	$(B)/embedded.o
MAIN := $(B)/generator/main.o
EMBEDDED := rules.yaml=generator/loader/rules.yaml \
	$(foreach f,$(wildcard templates/*.tpl templates/*.yaml \
	templates/*.css),$(f)=$(f))
UNIT := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test_*.c))

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

-include $(OBJECTS:.o=.d) $(wildcard $(B)/unit/*.d)
