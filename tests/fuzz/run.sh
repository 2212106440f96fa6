#!/bin/sh
# A minute of each fuzzer (SECONDS_EACH), from the kept corpus; what it finds new stays in build/fuzz/corpus.
set -eu
cd "$(dirname "$0")/../.."
cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++ -DLAGESBILD_FUZZ=ON \
  -DLAGESBILD_SANITIZE=address,undefined,fuzzer-no-link > /dev/null
cmake --build build/fuzz --target yaml_fuzz csv_fuzz json_fuzz xlsx_fuzz answer_fuzz
for name in yaml csv json xlsx answer; do
  mkdir -p "build/fuzz/corpus/$name"
  "build/fuzz/tests/fuzz/${name}_fuzz" -max_total_time="${SECONDS_EACH:-60}" "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
done
