#!/usr/bin/env python3
"""Holds what STYLE.md says and a machine can see. Each fault names its remedy.
Exceptions stand in scripts/tidy_exceptions.txt ("path: rule"), which only shrinks.

usage: tidy.py [ROOT]
"""
import pathlib
import re
import sys

SOURCES = ("src", "tests", "fuzz", "bench")
# rule, pattern, folders under src/ where it is right, remedy
PATTERNS = [
    ("using-namespace", r"^\s*using namespace", (), "name what you use"),
    ("sql", r'"\s*(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM|CREATE TABLE) ', ("storage", "bench/peers"),
     "SQL lives in storage"),
    ("clock", r"system_clock::now", ("core/clock.cpp",), "take a Clock or an Instant"),
    ("random", r"std::(random_device|mt19937|rand\b)|\bsrand\(", ("core", "crypto"), "take a core/random.h Random"),
    ("locale-function", r"\b(stoi|stol|stod|stof|atoi|atof|strtod|setlocale)\s*\(|(?<!ascii_)\b(tolower|toupper)\s*\(",
     ("core",), "use core/number.h or core/text.h"),
    ("cout", r"std::cout", ("cli",), "only the command line writes to standard output"),
    ("naked-new", r"(?<![\w:\"])new [A-Za-z_:]+\s*[({;<]", (), "use make_unique"),
    ("todo", r"\b(TODO|FIXME|XXX)\b", (), "do it, or write it in an issue"),
    ("capturing-co-await", r"co_(await|spawn)[^;]*\[[&=\w][^\]]*\]", (), "pass a named coroutine function"),
]
BANNED_NAMES = re.compile(r"(^|_)(utils?|helpers?|common|misc|manager|handler|processor|impl)(_|\.|/|$)")
BANNED_TYPES = re.compile(r"\b(?:class|struct)\s+\w*(Manager|Handler|Processor|Impl|Helper|Utils?)\b(?!\s*=)")
FUNCTION_STOP = 60


def without_comments(line):
    return re.sub(r"//.*", "", line)


def long_functions(lines):
    """Yields (line, length) of top-level and member bodies over the stop: a
    closing brace in the first column, or at four spaces, ends one."""
    start = None
    for number, line in enumerate(lines, 1):
        if start is None and line.rstrip().endswith("{") and re.match(r"[A-Za-z~].*\)[^;]*\{$", line.rstrip()):
            start = number
        elif line.startswith("}") and start is not None:
            if number - start + 1 > FUNCTION_STOP:
                yield start, number - start + 1
            start = None


def faults_of_file(root, path):
    place = path.relative_to(root)
    inside = str(place)[4:] if place.parts[0] == "src" else str(place)
    lines = path.read_text(encoding="utf-8").splitlines()
    stop = 200 if path.suffix == ".h" else 500
    if len(lines) > stop:
        yield 1, "size", f"{len(lines)} lines; split it below {stop}"
    if BANNED_NAMES.search(str(place)):
        yield 1, "name", "such a thing has no job yet; name it for what it does"
    if path.suffix == ".h" and "#pragma once" not in lines:
        yield 1, "pragma-once", "add #pragma once"
    if path.suffix == ".h" and not (lines and lines[0].startswith("//")):
        yield 1, "opening", "begin with what it is for and what it promises"
    for number, line in enumerate(lines, 1):
        if len(line) > 100 and "http" not in line and 'R"' not in line:
            yield number, "width", "keep it within 100 columns"
        code = without_comments(line)
        for rule, pattern, right, remedy in PATTERNS:
            text = line if rule == "todo" else code
            if re.search(pattern, text) and not any(inside.startswith(r) for r in right):
                yield number, rule, remedy
        if BANNED_TYPES.search(code):
            yield number, "name", "such a type has no job yet; name it for what it does"
    for number, length in long_functions(lines):
        yield number, "function", f"{length} lines; split it below {FUNCTION_STOP}"


def faults_of_pages(root):
    for path in sorted((root / "src/web/views").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        bare = re.sub(r"\{\{#t\}\}.*?\{\{/t\}\}|\{\{\{?.*?\}?\}\}|<[^>]*>|&\w+;", "", text, flags=re.S)
        if said := re.search(r"[^\W\d_]{2,}", bare):
            line = text.count("\n", 0, max(text.find(said.group()), 0)) + 1
            yield f"{path.relative_to(root)}:{line}: sentence: “{said.group()}” stands outside {{{{#t}}}}"


def faults_of_documents(root):
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8") if (root / "ARCHITECTURE.md").exists() else ""
    for path in sorted(set(re.findall(r"`((?:src|scripts|content|docs|tests|fuzz|bench|cmake)/[\w./]+)`", text))):
        if "NAME" not in path and not (root / path).exists():
            yield f"ARCHITECTURE.md: path: {path} does not exist"
    yield from faults_of_claims(root)


# What a page may say of keeping and seeing only with a test behind it.
PRIVACY = re.compile(r"\b(not kept|here is kept|stored|forgotten|logs|cookie|trackers|anonymous|end-to-end)\b", re.I)


def faults_of_claims(root):
    claims = root / "docs/claims.md"
    rows = {}
    for row in claims.read_text(encoding="utf-8").splitlines() if claims.exists() else []:
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if row.startswith("|") and len(cells) >= 2 and not set(cells[1]) <= set("-: ") and cells[1] != "proved by":
            rows[cells[0]] = re.findall(r"`([^`]+)`", cells[1]) or [""]
    for claim, tests in rows.items():
        for test in tests:
            name, _, case = test.partition(": ")
            if not (root / name).is_file():
                yield f"docs/claims.md: claim: “{claim}” names no test that exists"
            elif case and case not in (root / name).read_text(encoding="utf-8"):
                yield f"docs/claims.md: claim: {name} has no “{case}”"
    said = set()
    for path in sorted((root / "src/web/views").rglob("*.html")):
        for sentence in re.findall(r"\{\{#t\}\}(.*?)\{\{/t\}\}", path.read_text(encoding="utf-8"), re.S):
            sentence = re.sub(r"\s+", " ", sentence).strip()
            said.add(sentence)
            if rows and sentence not in rows and sentence.endswith(".") and PRIVACY.search(sentence):
                yield f"{path.relative_to(root)}: claim: “{sentence}” needs a row in docs/claims.md"
    for claim in rows.keys() - said:
        yield f"docs/claims.md: claim: no page says “{claim}” any more"


def main(root):
    excepted = root / "scripts/tidy_exceptions.txt"
    excused = set(excepted.read_text().split("\n")) if excepted.exists() else set()
    faults = []
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*")) if (root / folder).is_dir() else []:
            if path.suffix in (".h", ".cpp"):
                for line, rule, remedy in faults_of_file(root, path):
                    if f"{path.relative_to(root)}: {rule}" not in excused:
                        faults.append(f"{path.relative_to(root)}:{line}: {rule}: {remedy}")
    faults += faults_of_pages(root)
    faults += faults_of_documents(root)
    print("\n".join(faults) or "tidy: nothing to mend")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
