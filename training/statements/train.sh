#!/usr/bin/env bash
# Trains the finder of attributions: train.sh --polnear DIR --work DIR [options of train.py]
# DIR holds PolNeAR's train.jsonl.xz and dev.jsonl.xz. Needs the language model in models/en: its vectors are what is read.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
polnear='' work='' rest=()
while (($#)); do
    case $1 in
        --polnear) polnear=$2; shift 2 ;;
        --work) work=$2; shift 2 ;;
        *) rest+=("$1"); shift ;;
    esac
done
if [[ ! -f $polnear/train.jsonl.xz || -z $work ]]; then
    echo "train.sh: --polnear DIR (with train.jsonl.xz and dev.jsonl.xz) and --work DIR are needed." >&2
    exit 2
fi
mkdir -p "$work"
for part in train dev; do
    [[ -f $work/$part/roles.bin ]] && continue
    xz -dc "$polnear/$part.jsonl.xz" > "$work/$part.jsonl"
    dotnet run --project "$root/training/Rapporteur.Training" -c Release -- attributions "$work/$part.jsonl" "$work/$part.part"
    mv "$work/$part.part" "$work/$part"
done
export OPENBLAS_CORETYPE=Haswell OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
/usr/bin/python3 "$root/training/statements/train.py" "$work" --epochs 10 --out "$root/models/en" "${rest[@]}"
dotnet run --project "$root/training/Rapporteur.Training" -c Release -- confidence "$work/dev.jsonl" | tee "$work/confidence.txt"
