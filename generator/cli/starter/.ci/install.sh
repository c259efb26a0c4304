#!/bin/sh
# Lädt das Programm nach bin/mappe. MAPPE_URL ist die Adresse der Datei für Linux (amd64) einer festen Version, MAPPE_SHA256 ihre
# Prüfsumme, beide von der Seite, auf der Ihre Fassung des Programms veröffentlicht ist.
set -eu
: "${MAPPE_URL:?Bitte als Variable setzen: die Adresse des Programms für Linux}"
: "${MAPPE_SHA256:?Bitte als Variable setzen: die Prüfsumme des Programms}"
mkdir -p bin
curl --fail --silent --show-error --location --output bin/mappe "$MAPPE_URL"
echo "$MAPPE_SHA256  bin/mappe" | sha256sum --check --quiet
chmod +x bin/mappe
bin/mappe version
