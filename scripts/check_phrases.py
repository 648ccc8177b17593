#!/usr/bin/env python3
"""Every sentence shown to people is in every language's catalogue, with the same
{holes}, and every entry of a catalogue is still used.

Sentences are: {{#t}}…{{/t}} in templates and drawings; the first text of phrase("…"), of
say("…") and of warn("…"); the message of invalid_input(…, "…") and fail(…, "…"); the names in the
tables of directory/feature.cpp, directory/trait.cpp and directory/fellowship.cpp.

usage: check_phrases.py [ROOT]
"""
import pathlib
import re
import sys

TEXT = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
CALLS = [
    re.compile(r"\bphrase\(\s*" + TEXT),
    re.compile(r"\bsay\(\s*" + TEXT),
    re.compile(r"\bwarn\(\s*" + TEXT),
    re.compile(r"\binvalid_input\(\s*[^,;]*?,\s*" + TEXT),
    re.compile(r"\bfail\(\s*(?:ErrorKind::)?\w+,\s*" + TEXT),
]
TABLES = {
    "src/directory/feature.cpp": re.compile(r"K::\w+,\s*" + TEXT),
    "src/directory/trait.cpp": re.compile(r"K::\w+,\s*" + TEXT),
}
HOLE = re.compile(r"\{(\w+)\}")


def unquote(literals):
    """C++ or .po literals side by side, as one text."""
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', literals)
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)), "".join(parts))


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def sentences_of(root):
    """sentence -> the first place that says it"""
    found = {}
    for path in sorted([*(root / "src").rglob("*"), *(root / "content").rglob("*.svg")]):
        place = str(path.relative_to(root))
        if path.suffix in (".html", ".svg"):
            text = path.read_text(encoding="utf-8")
            for match in re.finditer(r"\{\{#t\}\}(.*?)\{\{/t\}\}", text, re.S):
                found.setdefault(squeeze(match.group(1)), place)
        elif path.suffix in (".cpp", ".h") and not path.name.endswith("_test.cpp") and "/testing/" not in place:
            text = path.read_text(encoding="utf-8")
            for pattern in [*CALLS, *([TABLES[place]] if place in TABLES else [])]:
                for match in pattern.finditer(text):
                    found.setdefault(unquote(match.group(1)), place)
    found.pop("", None)
    return found


def catalogue_of(folder):
    """English -> translations (one, or one a plural form), over all files of a language"""
    entries = {}
    for path in sorted(folder.glob("*.po")):
        text = "\n".join(l for l in path.read_text(encoding="utf-8").splitlines() if not l.startswith("#"))
        pattern = re.compile(r"msgid\s+" + TEXT + r"(?:msgid_plural\s+" + TEXT + r")?((?:msgstr(?:\[\d\])?\s+" + TEXT + r")+)")
        for match in pattern.finditer(text):
            said = [unquote(t) for t in re.findall(r"msgstr(?:\[\d\])?\s+" + TEXT, match.group(3))]
            one, many = match.group(1), match.group(2)
            entries[unquote(one)] = (said[:1] if many else said, path.name)
            if many:
                entries[unquote(many)] = (said[1:], path.name)
    entries.pop("", None)
    return entries


def all_texts(root):
    """Every text literal of the sources, to tell an entry that nothing says any more."""
    texts = set()
    for path in (root / "src").rglob("*.cpp"):
        for literals in re.findall(TEXT, path.read_text(encoding="utf-8")):
            texts.add(unquote(literals))
    return texts


def faults_of(root):
    said = sentences_of(root)
    for folder in sorted((root / "content/locale").iterdir()):
        if not folder.is_dir():
            continue
        entries = catalogue_of(folder)
        for sentence, place in said.items():
            if sentence not in entries:
                yield f"{place}: not in content/locale/{folder.name}: {sentence}"
        known = None
        for english, (translations, file) in entries.items():
            for translation in translations:
                if not translation.strip():
                    yield f"content/locale/{folder.name}/{file}: empty: {english}"
                elif set(HOLE.findall(translation)) != set(HOLE.findall(english)):
                    yield f"content/locale/{folder.name}/{file}: other {{holes}}: {english}"
            if english not in said:
                known = known or all_texts(root)
                if english not in known:
                    yield f"content/locale/{folder.name}/{file}: nothing says this any more: {english}"


if __name__ == "__main__":
    faults = list(faults_of(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(faults) or "phrases: every sentence is in every language")
    sys.exit(1 if faults else 0)
