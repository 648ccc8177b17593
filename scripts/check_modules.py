#!/usr/bin/env python3
"""Holds every #include to src/modules.txt, and third-party headers to their homes.

usage: check_modules.py [ROOT]      exit 1 and a line for each breach
"""
import pathlib
import re
import sys

# A header's first words -> the folders under src/ that may include it.
HOMES = [
    (r"boost/(asio|beast)|boost/url", ["http", "testing"]),
    (r"zlib\.h", ["http"]),
    (r"boost/locale", ["locale"]),
    (r"openssl/", ["crypto", "http"]),
    (r"sodium\.h", ["crypto"]),
    (r"sqlite3\.h", ["storage/sqlite"]),
    (r"(postgresql/)?libpq-fe\.h", ["storage/postgres"]),
    (r"nlohmann/|simdjson", ["json", "importers"]),
    (r"unicode/|libstemmer|s2/|date/|tl/", ["core", "finder"]),
    (r"kainjow/|cmark", ["html"]),
    (r"qrencode|hpdf", ["paper"]),
    (r"yaml-cpp", ["learn"]),
    (r"curl/", ["notify", "importers/fetch"]),
    (r"zip\.h", ["importers"]),
    (r"expat\.h", ["importers", "paper"]),
    (r"spdlog/", ["app"]),
    (r"CLI/", ["cli"]),
]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def read_table(root):
    table = {}
    for line in (root / "src/modules.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, _, needs = line.partition(":")
            table[name.strip()] = needs.split()
    return table


def cycle_in(table):
    seen, path = set(), []

    def visit(name):
        if name in path:
            return path[path.index(name):] + [name]
        if name in seen:
            return None
        path.append(name)
        found = next((c for need in table.get(name, []) if (c := visit(need))), None)
        path.pop()
        seen.add(name)
        return found

    return next((c for name in table if (c := visit(name))), None)


def faults_of(root):
    table = read_table(root)
    for name, needs in table.items():
        for need in needs:
            if need not in table:
                yield f"src/modules.txt: {name} may include {need}, which is no module"
    if cycle := cycle_in({n: needs for n, needs in table.items() if n != "testing"}):
        yield f"src/modules.txt: a cycle: {' -> '.join(cycle)}"
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        place = path.relative_to(root / "src")
        module = place.parts[0]
        if module not in table:
            yield f"src/{place}: the folder {module} is not in src/modules.txt; add a line"
            continue
        allowed = {module, *table[module]}
        if place.name.endswith("_test.cpp") or place.name.endswith("_test.h"):
            allowed.add("testing")
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(2)) + 1
            quoted, target = match.group(1) == '"', match.group(2)
            top = target.split("/")[0]
            if quoted and top in table and top not in allowed:
                yield (f"src/{place}:{line}: {module} may not include {top}; move the code, or widen "
                       f"its row in src/modules.txt with the reason in the commit")
            for pattern, homes in HOMES:
                if re.match(pattern, target) and not any(str(place).startswith(h + "/") for h in homes):
                    yield f"src/{place}:{line}: <{target}> belongs in {' or '.join(homes)}; go through it"


if __name__ == "__main__":
    faults = list(faults_of(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(faults) or "modules: every include keeps to src/modules.txt")
    sys.exit(1 if faults else 0)
