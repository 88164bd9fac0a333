#!/usr/bin/env bash
# The tasks of draftdiff.
#
#   ./do run      builds bin/draftdiff and runs its main job on fixtures/
#   ./do test     runs every test
#   ./do build    builds bin/draftdiff
#   ./do lint     runs golangci-lint
#   ./do bench    runs the benchmarks, those against other programs too
#   ./do fuzz [T] runs each fuzz target for T (default 60s)
#   ./do vuln     looks for known vulnerabilities
#   ./do check    formatting, vet, tidiness, the race detector
#
# Go 1.26 is all that must be there. What else a task needs is installed with
# apt-get where that is possible; where not, one line says what is left out.
set -euo pipefail
cd "$(dirname "$0")"

golangci=github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
govulncheck=golang.org/x/vuln/cmd/govulncheck@v1.9.0

# as_root COMMAND… runs a command as root, if that can be without a password.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		command -v sudo >/dev/null && sudo -n "$@"
	fi
}

# need PROGRAM [PACKAGE] installs what has the program; 1 if that cannot be.
need() {
	command -v "$1" >/dev/null && return
	if command -v apt-get >/dev/null; then
		(as_root apt-get install -qq -y "${2:-$1}" || { as_root apt-get update -qq && as_root apt-get install -qq -y "${2:-$1}"; }) >/dev/null 2>&1 || true
	fi
	command -v "$1" >/dev/null
}

# in_modules COMMAND… runs a command in each of the nested modules.
in_modules() {
	find . -mindepth 2 -name go.mod -not -path './.git/*' | sort | while read -r mod; do
		(cd "$(dirname "$mod")" && "$@")
	done
}

build() {
	CGO_ENABLED=0 go build -trimpath -tags urfave_cli_no_docs -o bin/ ./cmd/draftdiff
}

run() {
	build
	bin/draftdiff diff fixtures/ahc-5th-session.md fixtures/ahc-6th-session-constructed.md || [ $? = 1 ] # 1: there are changes
}

# browser brings what the tests of the pages need: Chromium, and axe-core through npm.
browser() {
	command -v google-chrome >/dev/null || need chromium || echo "Chromium is missing: the pages are not looked at"
	local tests=pkg/report/html/browsertest
	[ -d $tests/node_modules ] || { need npm && (cd $tests && npm ci --silent --no-fund --no-audit); } ||
		echo "axe-core is missing: the accessibility of the pages is not tested"
}

# postgres starts a server of its own on the loopback, unless one is named, and
# stops it when this program ends.
postgres() {
	[ -z "${DRAFTDIFF_TEST_POSTGRES:-}" ] || return 0
	need pg_ctlcluster postgresql || true
	pgbin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
	if [ -z "$pgbin" ] || ! as_root true 2>/dev/null; then
		echo "no PostgreSQL server: the store is tested on SQLite only"
		return 0
	fi
	pgdata=$(mktemp -d)
	as_root chown postgres "$pgdata"
	as_root runuser -u postgres -- "$pgbin/initdb" -D "$pgdata" -A trust -E UTF8 >/dev/null
	as_root runuser -u postgres -- "$pgbin/pg_ctl" -D "$pgdata" -w -l "$pgdata/log" \
		-o "-c listen_addresses=127.0.0.1 -c port=54329 -c unix_socket_directories=$pgdata -c fsync=off" start >/dev/null
	trap 'as_root runuser -u postgres -- "$pgbin/pg_ctl" -D "$pgdata" -m immediate stop >/dev/null; as_root rm -rf "$pgdata"' EXIT
	export DRAFTDIFF_TEST_POSTGRES="postgres://postgres@127.0.0.1:54329/postgres?sslmode=disable"
}

run_tests() {
	need git || echo "git is missing: the tests that read a text from a repository are skipped"
	need pre-commit || echo "pre-commit is missing: the hooks are not run by it"
	need soffice libreoffice-writer-nogui || echo "LibreOffice is missing: the Word documents are not opened in it"
	browser
	postgres
	go test ./...
	in_modules go test ./...
}

# race runs the packages that work on several cores; the others start processes
# and wait for them.
race() {
	if need gcc; then
		CGO_ENABLED=1 go test -race -short ./internal/... ./pkg/text/... ./pkg/party ./pkg/notation ./pkg/snapshot ./pkg/align/... ./pkg/diff/... ./pkg/check/... ./pkg/report/... ./cmd/...
	else
		echo "no C compiler: the tests are not run with the race detector"
	fi
}

lint() {
	go run "$golangci" run
}

bench() {
	go test -run '^$' -bench . -benchmem "$@" ./...
	(cd benchmarks && go test -run '^$' -bench . "$@" ./...)
}

fuzz() {
	grep -rlE --include '*_test.go' '^func Fuzz' internal pkg cmd | sort | while read -r file; do
		grep -oE '^func Fuzz\w+' "$file" | cut -c6- | while read -r target; do
			echo "$target (${1:-60s})"
			go test "./$(dirname "$file")" -run '^$' -fuzz "^$target\$" -fuzztime "${1:-60s}" -fuzzminimizetime 100x </dev/null
		done
	done
}

check() {
	local unformatted
	unformatted=$(gofmt -s -l .)
	[ -z "$unformatted" ] || { echo "not formatted (gofmt -s -w): $unformatted"; return 1; }
	go vet ./...
	go mod verify
	go mod tidy -diff
	in_modules go mod tidy -diff
	race
}

case "${1:-}" in
	run | build | lint | check | fuzz | bench) "$@" ;;
	test) run_tests ;;
	vuln) go run "$govulncheck" ./... ;;
	*) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0"; exit 2 ;;
esac
