#!/bin/bash
# A PostgreSQL and a MariaDB of one's own for a bench, each in a folder of its
# own, reached through a socket there and by no network, with nothing forced to
# the disk and enough memory for all.
#
# usage: servers.sh start FOLDER    writes FOLDER/postgis and FOLDER/bmlt-sql: how to connect
#        servers.sh stop FOLDER
set -euo pipefail
folder=$2
binaries=$(pg_config --bindir 2>/dev/null || echo /usr/lib/postgresql/15/bin)
[ -x "$binaries/initdb" ] || binaries=/usr/lib/postgresql/15/bin

as_postgres() {  # Its programs refuse to run as root.
  if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
  mkdir -p "$folder/postgres"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder/postgres"; fi
  as_postgres "$binaries/initdb" -D "$folder/postgres/data" -U bench -A trust -E UTF8 --no-locale --no-sync >/dev/null
  as_postgres "$binaries/pg_ctl" start -w -s -D "$folder/postgres/data" -l "$folder/postgres/log" </dev/null >/dev/null \
    -o "-k $folder/postgres -c listen_addresses='' -c fsync=off -c full_page_writes=off \
        -c synchronous_commit=off -c shared_buffers=2GB -c effective_cache_size=6GB \
        -c max_wal_size=8GB -c autovacuum=off"
  echo "host=$folder/postgres user=bench dbname=postgres" >"$folder/postgis"
}

start_mariadb() {
  local as=()
  if [ "$(id -u)" -eq 0 ]; then as=(--user=root); fi
  mkdir -p "$folder/mariadb"
  mariadb-install-db --no-defaults "${as[@]}" --datadir="$folder/mariadb/data" \
    --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
  mariadbd --no-defaults "${as[@]}" --datadir="$folder/mariadb/data" --socket="$folder/mariadb/socket" \
    --pid-file="$folder/mariadb/pid" --skip-networking --local-infile=1 --skip-log-bin \
    --innodb-buffer-pool-size=3G --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 \
    --innodb-log-file-size=1G --innodb-flush-method=nosync >"$folder/mariadb/log" 2>&1 &
  for _ in $(seq 300); do
    if mariadb-admin --no-defaults --socket="$folder/mariadb/socket" -u root ping >/dev/null 2>&1; then break; fi
    sleep 0.1
  done
  mariadb-admin --no-defaults --socket="$folder/mariadb/socket" -u root ping >/dev/null
  echo "$folder/mariadb/socket" >"$folder/bmlt-sql"
}

case $1 in
  start)
    mkdir -p "$folder"
    chmod 755 "$folder"
    start_postgres
    start_mariadb
    ;;
  stop)
    as_postgres "$binaries/pg_ctl" stop -s -D "$folder/postgres/data" -m immediate || true
    if [ -f "$folder/mariadb/pid" ]; then kill "$(cat "$folder/mariadb/pid")" || true; fi
    ;;
esac
