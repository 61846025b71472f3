#!/usr/bin/env bash
# Copies what the pages need out of npm packages into the package, so that running and testing
# need neither npm nor a network. Versions are pinned in package-lock.json.
set -euo pipefail
cd "$(dirname "$0")"
vendor=../src/vagvisare/look/static/vendor

npm ci --ignore-scripts --no-audit --no-fund --silent
node bare_lock.mjs
rm -rf build "$vendor"

tokens="npx --no-install designsystemet tokens"
$tokens create --config designsystemet.config.json >build.log
$tokens build --tokens build/design-tokens --out-dir build/theme --config designsystemet.config.json >>build.log
mv build.log build/

version() { node -p "require('./node_modules/$1/package.json').version"; }
# take PACKAGE NAME FILE...: the files, and the licence, into vendor/NAME/<version>/
take() {
  local package=$1 name=$2
  shift 2
  local folder
  folder=$vendor/$name/$(version "$package")
  mkdir -p "$folder"
  cp "$@" "$folder/"
  cp "node_modules/$package/LICENSE" "$folder/LICENSE"
}

take @digdir/designsystemet-css designsystemet node_modules/@digdir/designsystemet-css/dist/src/index.css
take @digdir/designsystemet theme build/theme/vagvisare.css
inter=node_modules/@fontsource-variable/inter/files
take @fontsource-variable/inter inter $inter/inter-latin-wght-normal.woff2 $inter/inter-latin-ext-wght-normal.woff2
take @fontsource-variable/noto-sans-arabic noto-sans-arabic \
  node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2

(cd "$vendor" && find . -type f ! -name MANIFEST.sha256 -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum >MANIFEST.sha256)
cat "$vendor/MANIFEST.sha256"
