#!/bin/sh
# A minute of each fuzzer, from the kept corpus; what it finds new stays in build/fuzz/corpus.
set -eu
cd "$(dirname "$0")/../.."
CC=clang CXX=clang++ cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DLAGESBILD_FUZZ=ON > /dev/null
cmake --build build/fuzz
for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do
  [ -x "$fuzzer" ] && [ -f "$fuzzer" ] || continue
  name=${fuzzer##*/fuzz_}
  mkdir -p "build/fuzz/corpus/$name"
  "$fuzzer" -max_total_time="${SECONDS_EACH:-60}" -print_final_stats=1 "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
done
