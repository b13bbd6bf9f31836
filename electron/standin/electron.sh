#!/bin/sh
# Stands where Electron's executable would, with the same command line.
# Needs Node 24: STANDIN_NODE, else the project's own, else `node`.
here=$(dirname "$(readlink -f "$0")")
node="$here/../../node_modules/.bin/node"
[ -x "$node" ] || node=node
exec "${STANDIN_NODE:-$node}" --disable-warning=ExperimentalWarning \
  --import "$here/register.ts" "$here/boot.ts" "$@"
