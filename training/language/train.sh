#!/usr/bin/env bash
# Trains the language model from the shared data: train.sh --data DIR --work DIR [options of train.py]
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
data='' work=''
arguments=("$@")
while (($#)); do
    case $1 in
        --data) data=$2; shift 2 ;;
        --work) work=$2; shift 2 ;;
        *) shift ;;
    esac
done
if [[ ! -d $data/raw || -z $work ]]; then
    echo "train.sh: --data DIR (with ud, names, polnear, polnear-corenlp, raw) and --work DIR are needed." >&2
    exit 2
fi
mkdir -p "$work"
for file in "$data"/raw/*.txt.xz; do
    words="$work/raw-$(basename "$file" .txt.xz).tok"
    [[ -f $words ]] && continue
    xz -dc "$file" | dotnet run --project "$root/training/Rapporteur.Training" -c Release -- tokens > "$words.part"
    mv "$words.part" "$words"
done
export OPENBLAS_CORETYPE=Haswell OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
exec /usr/bin/python3 "$root/training/language/train.py" --out "$root/models/en" --samples "$root/tests/Rapporteur.Tests/Encoders/features.tsv" "${arguments[@]}"
