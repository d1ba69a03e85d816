# Five verbs for everybody, two for the patient.
PREFIX ?= /usr/local
DEMO ?= $(HOME)/.local/share/xunfang-demo
SWIFT ?= swift
BUILD = $(SWIFT) build
# With its libraries inside, the program would export every symbol to the dynamic linker, and none of
# them could be left out; only wcwidth is for others (Package.swift). lld folds functions that are alike and
# packs relocations, which saves two megabytes.
RELEASE = $(BUILD) -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic \
  -Xlinker --icf=safe -Xlinker -z -Xlinker pack-relative-relocs \
  -Xlinker --no-eh-frame-hdr -Xlinker -T -Xlinker $(CURDIR)/Scripts/no-unwinding.ld

NEEDS = libncurses-dev pkg-config binutils
TEST_NEEDS = $(NEEDS) recutils age gammu gammu-smsd tmux strace git openssh-client procps python3 openssl locales util-linux mount \
  xvfb xauth xdotool xclip x11-apps xterm pterm fonts-dejavu-core fonts-wqy-zenhei

.PHONY: run test terminals format lint bench soak install docs needs test-needs release

run: release
	@test -d "$(DEMO)" || .build/release/xunfang demo "$(DEMO)"
	@.build/release/xunfang --data "$(DEMO)"

release: needs
	$(RELEASE)

EVENTS = .build/events.json

test: test-needs
	@rm -f $(EVENTS)
	$(SWIFT) test --skip SoakTests --experimental-event-stream-output $(EVENTS) \
	  --experimental-event-stream-version 0 || { Scripts/failures.py $(EVENTS); exit 1; }

# Only xterm and PuTTY's terminal, under a display of their own.
terminals: test-needs
	$(SWIFT) test --filter 'RealTerminalTests|RealKeyTests'

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

docs:
	$(BUILD)
	.build/debug/xunfang docs keys > docs/keys.md
	.build/debug/xunfang docs errors > docs/errors.md

bench: release
	Scripts/bench.sh

soak: release test-needs
	Scripts/soak.sh
	$(SWIFT) test -c release --scratch-path .build-soak -Xswiftc -enable-testing --filter SoakTests
	XUNFANG_ROUNDS=100 $(SWIFT) test -c release --scratch-path .build-soak -Xswiftc -enable-testing --filter TwiceAtOnceTests
	XUNFANG_FAULTS=all $(SWIFT) test -c release --scratch-path .build-soak -Xswiftc -enable-testing --filter "FaultTableTests|CutOffTests|FullDiskTests"
	XUNFANG_FORGERIES=all $(SWIFT) test -c release --scratch-path .build-soak -Xswiftc -enable-testing --filter StrangerTests
	XUNFANG_KEYS=2500 $(SWIFT) test -c release --scratch-path .build-soak -Xswiftc -enable-testing --filter "AnyKeyTests|AnyValueTests"

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/xunfang/data" "$(DESTDIR)$(PREFIX)/share/xunfang/themes"
	install -s -m 755 .build/release/xunfang "$(DESTDIR)$(PREFIX)/bin/xunfang"
	install -m 644 data/*.rec data/check.sh "$(DESTDIR)$(PREFIX)/share/xunfang/data/"
	install -m 644 themes/*.rec "$(DESTDIR)$(PREFIX)/share/xunfang/themes/"

needs:
	@Scripts/needs.sh $(NEEDS)

test-needs:
	@Scripts/needs.sh $(TEST_NEEDS)
