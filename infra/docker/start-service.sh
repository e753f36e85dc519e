#!/bin/sh
# Starts the service that this image was built for. A password does not belong into `docker inspect`:
# it is read from the file that DATABASE_PASSWORD_FILE names, and DATABASE_URL is made of it here.
set -eu
if [ -n "${DATABASE_PASSWORD_FILE:-}" ]; then
  DATABASE_URL="postgres://${SERVICE}:$(cat "${DATABASE_PASSWORD_FILE}")@${DATABASE_HOST:-postgres:5432}/${SERVICE}"
  export DATABASE_URL
  unset DATABASE_PASSWORD_FILE
fi
if [ -n "${PROVISIONING_HOME:-}" ]; then mkdir -p -m 700 "$PROVISIONING_HOME"; fi
if [ -n "${ATTACHMENTS_HOME:-}" ]; then mkdir -p -m 700 "$ATTACHMENTS_HOME"; fi
exec node --enable-source-maps "/hub/apps/${SERVICE}/dist/src/main.js"
