#!/bin/sh
# Makes or mends the environment .venv from the lock files: `requirements/install.sh run` or `... dev`.
# A stamp is written last; without it, or with another lock file, the environment is mended first.
set -u
cd "$(dirname "$0")/.." || exit 1
kind="$1"
lock="requirements/$kind.txt"
log=".venv/install.log"

say() { printf '%s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

stamp_of() { { pwd; .venv/bin/python -V; cat "requirements/$1.txt" pyproject.toml; } 2>/dev/null | cksum; }

holds() { [ -f ".venv/.baken-$1" ] && [ "$(cat ".venv/.baken-$1")" = "$(stamp_of "$1")" ]; }

explain() {
    if grep -qi 'no space left' "$1" 2>/dev/null; then
        say "The disk is full while making the environment. Free some space and run this again."
    elif grep -qi 'do not match the hashes' "$1" 2>/dev/null; then
        say "A package differs from the one in $lock (its hash does not match). It is not installed."
        say "Do not go on with it; find out why the package index gives another file."
    else
        say "Installing from $lock failed; the last lines of $1 say why:"
        tail -n 5 "$1" >&2
        say "Check the network and run this again; it goes on where it stopped."
    fi
    exit 1
}

if [ -x .venv/bin/python ] && fits .venv/bin/python; then
    if holds "$kind" || { [ "$kind" = run ] && holds dev; }; then exit 0; fi
fi

if ! { [ -x .venv/bin/python ] && fits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    python=""
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then python="$candidate"; break; fi
    done
    if [ -z "$python" ]; then
        say "Baken needs Python 3.11 or newer; found: $(python3 -V 2>&1 || echo none)."
        say "Install one (on Debian or Ubuntu: apt-get install python3 python3-venv), or say where it is: make run PYTHON=/path/to/python3.11"
        exit 1
    fi
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        say "This Python lacks its venv module. On Debian or Ubuntu: apt-get install python3-venv. Then run this again."
        exit 1
    fi
    if { [ -e .venv ] && [ ! -w .venv ]; } || [ ! -w . ]; then
        say "The environment .venv is not there or not whole, and this user may not write in $(pwd)."
        say "Run this as the owner of the folder, or make a copy of it that is yours."
        exit 1
    fi
    [ -e .venv ] && say "The environment .venv is half made or of another Python; making it again."
    if ! made=$("$python" -m venv --clear .venv 2>&1); then
        case "$made" in
            *"o space left"*) say "The disk is full while making the environment. Free some space and run this again." ;;
            *) say "Making the environment .venv failed: $(printf '%s\n' "$made" | tail -n 1)"
               say "Remove the folder .venv and run this again." ;;
        esac
        exit 1
    fi
fi

say "Installing what Baken needs into .venv (once; $lock) ..."
rm -f .venv/.baken-*
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input -q"
$pip install --require-hashes -r "$lock" >"$log" 2>&1 </dev/null || explain "$log"
$pip install --no-deps --no-build-isolation --no-index -e . >"$log" 2>&1 </dev/null || explain "$log"
if ! stamp_of "$kind" >".venv/.baken-$kind"; then
    rm -f ".venv/.baken-$kind"
    say "The disk is full while making the environment. Free some space and run this again."
    exit 1
fi
