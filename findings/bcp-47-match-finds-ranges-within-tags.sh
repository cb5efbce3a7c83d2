#!/usr/bin/env bash
# bcp-47-match 2.0.3, on Node 20.
#
# Behaviour: RFC 4647, section 3.3.1: by basic filtering a range matches a tag that it equals, or that *begins* with it and a hyphen.
# `basicFilter` asks whether the tag *has* the range and a hyphen anywhere, also from the middle of a subtag on.
#
# Seen: basicFilter(["zh-Hans-CN", "en-GB-oxendict"], range)
#   "Hans": ["zh-Hans-CN"]   "n": ["en-GB-oxendict"]   "b": ["en-GB-oxendict"]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund bcp-47-match@2.0.3 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { basicFilter } from "bcp-47-match";

for (const range of ["Hans", "n", "b"]) console.log(range, JSON.stringify(basicFilter(["zh-Hans-CN", "en-GB-oxendict"], range)));
JS
seen=$(node run.mjs)
expected='Hans ["zh-Hans-CN"]
n ["en-GB-oxendict"]
b ["en-GB-oxendict"]'
if [ "$seen" != "$expected" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: the basic filter of bcp-47-match finds a range in the middle of a tag"
