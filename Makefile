# make site   everything from nothing: fonts, the program, the site, the brochures
# make test   every check there is
# make browser   the built site in a real browser (part of make test)
# make pictures  docs/pictures: each page type on a phone and on a desk
# make bench  the stages on their own; the same site by lantian and by Hugo; one edit in the preview
#
# What the machine lacks is installed from Debian's packages, with sudo where needed.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: site test browser pictures fonts tools bench clean

CARGO ?= cargo
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get

site: fonts
	$(CARGO) build --release --locked
	./target/release/lantian build
	@echo
	@echo "网站：  $(CURDIR)/public/index.html"
	@echo "印品：  $(CURDIR)/public/brochures/"
	@echo "预览：  ./target/release/lantian serve"

# Typst needs a Chinese serif and a sans; any machine that has neither gets Noto CJK.
fonts:
	@if ! compgen -G '/usr/share/fonts/*/*/Noto*CJK*' >/dev/null \
	   && ! { command -v fc-list >/dev/null && [ -n "$$(fc-list :lang=zh-cn family)" ]; }; then \
	  $(APT) update && $(APT) install -y --no-install-recommends fonts-noto-cjk; fi

# poppler and qpdf open the PDFs, Chromium opens the pages, driven from Node; the Nu checker is Java.
tools: fonts
	@missing=""; \
	command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
	command -v qpdf >/dev/null || missing="$$missing qpdf"; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null || missing="$$missing chromium"; \
	command -v node >/dev/null || missing="$$missing nodejs"; \
	command -v npm >/dev/null || missing="$$missing npm"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	compgen -G '/usr/share/fonts/*/*/NotoSerifCJK*' >/dev/null \
	  && compgen -G '/usr/share/fonts/*/*/NotoSansCJK*' >/dev/null || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then $(APT) update && $(APT) install -y --no-install-recommends $$missing; fi
	@rustup component list --installed 2>/dev/null | grep -q '^clippy' || ! command -v rustup >/dev/null \
	  || rustup component add clippy rustfmt
	@if [ tests/browser/package-lock.json -nt tests/browser/node_modules/.package-lock.json ]; then \
	  cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund; fi

test: tools
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) check --locked --no-default-features
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps
	$(CARGO) test --locked
	$(CARGO) run --locked -- check --deny-warnings
	node tests/browser/run.js

browser: tools
	$(CARGO) build --locked
	node tests/browser/run.js

pictures: tools
	$(CARGO) build --locked
	node tests/browser/pictures.js

bench:
	$(CARGO) bench --locked --bench stages
	benches/compare
	benches/edit

clean:
	$(CARGO) clean
	find public -mindepth 1 ! -name .gitkeep -delete
