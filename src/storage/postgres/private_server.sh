#!/bin/sh
# A PostgreSQL of one's own, for tests: a new cluster in a temporary folder,
# reached through a socket in that folder and by no network. Writes the folder's
# name when it is ready, runs until standard input ends (so also when whoever
# started it is killed), and leaves nothing behind.
#
# usage: private_server.sh BINARIES   (not as root: initdb refuses)
set -eu
binaries=$1
trap '' INT
folder=$(mktemp -d /tmp/waymark-postgres.XXXXXX)
stop() {
    "$binaries/pg_ctl" stop -D "$folder/data" -m immediate >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT

"$binaries/initdb" -D "$folder/data" -U waymark -A trust -E UTF8 --no-locale --no-sync >/dev/null
# Nothing here outlives the test, so nothing need reach the disk.
"$binaries/pg_ctl" start -w -s -D "$folder/data" -l "$folder/log" </dev/null >/dev/null \
    -o "-k $folder -c listen_addresses='' -c fsync=off -c full_page_writes=off"
echo "$folder"
cat >/dev/null
