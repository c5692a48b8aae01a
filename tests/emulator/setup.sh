#!/bin/sh
# setup.sh VENV: the BigQuery emulator of the integration tests -> a venv of its own, from the hashed lock.
# Nothing is done where the venv was made from this very lock. PYTHON names the interpreter (3.11 or later).
set -eu
venv=${1:?usage: setup.sh VENV}
here=$(cd "$(dirname "$0")" && pwd)
if cmp -s "$here/requirements.lock" "$venv/requirements.lock"; then exit 0; fi
"${PYTHON:-python3}" -m venv --clear "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$here/requirements.lock"
cp "$here/requirements.lock" "$venv/requirements.lock"
