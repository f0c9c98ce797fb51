#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Fuzzes parsers with AFL++, led by what each input reaches in our code and in the libraries we read with.
#   tests/Rapporteur.Fuzz/afl.sh FOLDER MINUTES TARGET...
# FOLDER keeps the instrumented program and what was found; a target seen before goes on where it stopped.
# Prints a line for each target: minutes, executions, paths, finds. Exits with 1 if anything was found.
# Needs afl-fuzz (Debian's afl++) and the .NET tool SharpFuzz.CommandLine (`sharpfuzz` on the path).
set -euo pipefail

if [ $# -lt 3 ]; then sed -n '4,8s/^# \{0,1\}//p' "$0"; exit 2; fi
folder=$(mkdir -p "$1" && cd "$1" && pwd); minutes=$2; shift 2
here=$(cd "$(dirname "$0")" && pwd)
plain="$folder/plain"; program="$folder/program"

if [ ! -e "$program/instrumented" ]; then
  dotnet publish "$here" -c Release -o "$plain" --nologo -v quiet
  cp -r "$plain/." "$program"
  # AngleSharp, Lingua and dnlib are left as they are: their tables would fill the map of what was reached.
  for library in Rapporteur Rapporteur.Formats MimeKit SharpCompress ZstdSharp UtfUnknown \
      UglyToad.PdfPig UglyToad.PdfPig.Core UglyToad.PdfPig.Fonts UglyToad.PdfPig.Tokenization UglyToad.PdfPig.Tokens UglyToad.PdfPig.DocumentLayoutAnalysis; do
    sharpfuzz "$program/$library.dll"
  done
  touch "$program/instrumented"
fi

export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_AUTORESUME=1
status=0
for target in "$@"; do
  seeds="$folder/seeds/$target"; out="$folder/out/$target"
  mkdir -p "$seeds" "$out"
  dotnet "$plain/Rapporteur.Fuzz.dll" seed "$target" > "$seeds/seed"
  afl-fuzz -i "$seeds" -o "$out" -t 60000 -m none -V $((minutes * 60)) -- dotnet "$program/Rapporteur.Fuzz.dll" afl "$target" > "$folder/$target.log" 2>&1 || true
  if [ ! -e "$out/default/fuzzer_stats" ]; then tail -20 "$folder/$target.log" >&2; exit 2; fi
  awk -F ' *: *' -v target="$target" '{ stat[$1] = $2 } END {
    printf "%s: %.0f minutes, %s executions, %s inputs kept, %s crashes, %s hangs\n", target, stat["run_time"] / 60, stat["execs_done"], stat["corpus_count"], stat["saved_crashes"], stat["saved_hangs"] }' "$out/default/fuzzer_stats"
  if compgen -G "$out/default/crashes/id*" > /dev/null || compgen -G "$out/default/hangs/id*" > /dev/null; then status=1; fi
done
exit $status
