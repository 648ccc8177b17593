# Sourced by ./start and ./test: what a fresh Debian 12 machine needs before it
# can build. Each step does nothing when its work is already done.

# ccache can answer for files that use precompiled headers only when told so.
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages GROUP...: the packages of those groups that are missing.
install_packages() {
  local group missing=() name
  for group in "$@"; do
    while read -r name; do
      dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done < <(awk -v group="$group" '$1 == group { print $2 }' scripts/apt-packages.txt)
  done
  if ! command -v npm >/dev/null 2>&1; then missing+=(nodejs npm); fi
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# install_node_packages: node_modules as package-lock.json says.
install_node_packages() {
  local stamp=node_modules/.waymark-lock
  cmp -s package-lock.json "$stamp" && return 0
  say "Installing node packages"
  npm ci --no-audit --no-fund --ignore-scripts >&2
  cp package-lock.json "$stamp"
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ]; then cmake --preset "$preset" >&2; fi
  cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"} >&2
}
