#!/usr/bin/env bash
# Takes the settings that the real image takes: POSTGRES_USER, _DB, _PASSWORD (or _FILE of each), _INITDB_ARGS,
# _HOST_AUTH_METHOD, PGDATA, and scripts in /docker-entrypoint-initdb.d.
set -euo pipefail

setting() {
  local file=$1_FILE
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-$2}"; fi
}

as_postgres() {
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  chown -R postgres "$PGDATA" /var/run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
}

initialize() {
  local user database password
  user=$(setting POSTGRES_USER postgres)
  database=$(setting POSTGRES_DB "$user")
  password=$(setting POSTGRES_PASSWORD '')
  if [ -z "$password" ] && [ "${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]; then
    echo "Error: Database is uninitialized and superuser password is not specified." >&2
    exit 1
  fi
  # shellcheck disable=SC2086
  initdb --username="$user" --pwfile=<(printf '%s\n' "$password") ${POSTGRES_INITDB_ARGS:-}
  printf '%s\n' "listen_addresses = '*'" "unix_socket_directories = '/var/run/postgresql'" >>"$PGDATA/postgresql.conf"
  echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  pg_ctl start --wait --options="-c listen_addresses=''"
  [ "$database" = postgres ] || psql --username="$user" --dbname=postgres --set=name="$database" <<<'create database :"name";'
  run_scripts "$user" "$database"
  pg_ctl stop --wait --mode=fast
  echo "PostgreSQL init process complete; ready for start up."
}

run_scripts() {
  local script
  for script in /docker-entrypoint-initdb.d/*; do
    case "$script" in
      *.sh) if [ -x "$script" ]; then "$script"; else . "$script"; fi ;;
      *.sql) psql --set=ON_ERROR_STOP=1 --username="$1" --dbname="$2" --file="$script" ;;
    esac
  done
}

[ "${1#-}" = "$1" ] || set -- postgres "$@"
if [ "$1" = postgres ]; then
  [ "$(id -u)" != 0 ] || as_postgres "$@"
  [ -s "$PGDATA/PG_VERSION" ] || initialize
fi
exec "$@"
