#!/usr/bin/env bash
# Scores the model in models/en through the program, on the shared development sets.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
exec python3 ../shared/score/board.py --only language-ewt,language-gum,names-worldwide,names-politics,names-wikigold,names-gum "$@"
