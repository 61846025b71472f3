#!/usr/bin/env bash
# What the tests need from Debian. Installed where we may; otherwise said aloud, and the tests that
# need it say so too when they are skipped.
set -u
declare -A package_of=(
  [chromium]=chromium [tesseract]=tesseract-ocr [soffice]=libreoffice-writer-nogui
  [msgfmt]=gettext [antiword]=antiword [bwrap]=bubblewrap
)
missing=()
for command in "${!package_of[@]}"; do
  command -v "$command" >/dev/null || missing+=("${package_of[$command]}")
done
command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx swe || missing+=(tesseract-ocr tesseract-ocr-swe)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installing from Debian: ${missing[*]}"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } \
    >.state/system-packages.log 2>&1 && exit 0
  tail -n 5 .state/system-packages.log
fi
echo "MISSING from this machine: ${missing[*]}. Tests that need them are skipped and say so."
echo "To test everything, as root: apt-get install ${missing[*]}"
exit 0
