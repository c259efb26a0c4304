#!/bin/sh
# Bringt den Ordner public/ zum Webserver. PUBLISH_TO wählt den Weg:
#
#   rsync   PUBLISH_HOST=benutzer@www.example.org  PUBLISH_PATH=/var/www/angebote/
#           PUBLISH_KEY=geheimer SSH-Schlüssel     PUBLISH_KNOWN_HOSTS=Ausgabe von: ssh-keyscan www.example.org
#   sftp    dieselben vier, wenn der Webserver nur SFTP anbietet
#   object  PUBLISH_PATH=name-des-speichers/ordner und die Zugangsdaten für rclone:
#           RCLONE_CONFIG_SITE_TYPE=s3  RCLONE_CONFIG_SITE_PROVIDER=Other  RCLONE_CONFIG_SITE_ENDPOINT=https://…
#           RCLONE_CONFIG_SITE_ACCESS_KEY_ID=…  RCLONE_CONFIG_SITE_SECRET_ACCESS_KEY=…
#
# Leer gelassen, wird nichts veröffentlicht. Setzen Sie die Werte als (geheime) Variablen des Projekts, nie in eine Datei.
set -eu

# Hinterlegt den SSH-Schlüssel und die bekannten Schlüssel des Webservers für diesen Lauf.
ssh_command() {
	: "${PUBLISH_HOST:?}" "${PUBLISH_PATH:?}" "${PUBLISH_KEY:?}" "${PUBLISH_KNOWN_HOSTS:?}"
	secret=$(mktemp -d)
	trap 'rm -rf "$secret"' EXIT
	(umask 077 && printf '%s\n' "$PUBLISH_KEY" >"$secret/key" && printf '%s\n' "$PUBLISH_KNOWN_HOSTS" >"$secret/known_hosts")
	ssh="ssh -i $secret/key -o UserKnownHostsFile=$secret/known_hosts -o StrictHostKeyChecking=yes -o BatchMode=yes"
}

case "${PUBLISH_TO:-}" in
rsync)
	ssh_command
	# Verglichen wird der Inhalt, denn hier sind alle Dateien neu; erst am Ende wird umgestellt und gelöscht.
	rsync --recursive --links --checksum --delay-updates --delete-after --compress --rsh="$ssh" public/ "$PUBLISH_HOST:$PUBLISH_PATH"
	;;
sftp)
	ssh_command
	lftp -c "set sftp:connect-program '$ssh -a -x'; set cmd:fail-exit true; open sftp://${PUBLISH_HOST%%@*}:@${PUBLISH_HOST#*@}; mirror --reverse --delete --parallel=4 public/ '$PUBLISH_PATH'"
	;;
object)
	: "${PUBLISH_PATH:?}"
	rclone sync --checksum --delete-after public/ "site:$PUBLISH_PATH"
	;;
"")
	echo "PUBLISH_TO ist nicht gesetzt: nichts veröffentlicht."
	;;
*)
	echo "PUBLISH_TO ist rsync, sftp oder object, nicht: $PUBLISH_TO" >&2
	exit 2
	;;
esac
