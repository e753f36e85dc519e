#!/bin/bash
# Run by the postgres image at its first start: one database and one role for each service, and nothing in common.
set -euo pipefail
for file in /run/secrets/hub/database-*; do
  service=${file##*/database-}
  password=$(cat "$file")
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
CREATE ROLE "$service" LOGIN PASSWORD '$password' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE DATABASE "$service" OWNER "$service";
REVOKE ALL ON DATABASE "$service" FROM PUBLIC;
SQL
done
