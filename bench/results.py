#!/usr/bin/env python3
"""Makes bench/RESULTS.md out of what the benches wrote into FOLDER: peers.json,
alone-*.json and server.json; what is missing is said to be.

usage: results.py FOLDER > RESULTS.md
"""
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

CLASSES = {"a": "50 nearest of days, hours and features", "b": "a word within 10 miles",
           "c": "a box and a programme, 200 rows", "d": "online in a language, within two hours",
           "e": "counts inside a circle"}
MUST = {"PostGIS": {"a": (150, 350), "b": (300, 900), "c": (25, 60), "d": (6, 20), "e": (60, 170)},
        "SQLite": {"a": (150, 400), "b": (200, 600), "c": (25, 60), "d": (3, 12), "e": (25, 65)}}
MIXED = {"PostGIS": (200, 500), "SQLite": (400, 1000)}


def read(path):
    return json.loads(path.read_text()) if path.exists() else None


def shown(microseconds):
    if microseconds >= 10_000:
        return f"{microseconds / 1000:,.0f} ms"
    return f"{microseconds / 1000:.2f} ms" if microseconds >= 1000 else f"{microseconds:.1f} us"


class Targets:
    """A row a target. `least`: the figure must be at least the mark; else at most."""

    def __init__(self):
        self.rows = []

    def add(self, what, figure, must, aim, least, unit="", digits=3):
        if figure is None:
            self.rows.append(f"| {what} | {must:g}{unit} | {aim:g}{unit} | not measured | |")
            return
        reaches = (lambda mark: figure >= mark) if least else (lambda mark: figure <= mark)
        verdict = "aim met" if reaches(aim) else "met" if reaches(must) else "**not met**"
        self.rows.append(f"| {what} | {must:g}{unit} | {aim:g}{unit} | {figure:.{digits}g}{unit} | {verdict} |"
                         if figure < 1000 else
                         f"| {what} | {must:g}{unit} | {aim:g}{unit} | {figure:,.0f}{unit} | {verdict} |")


def engine_of(peers, name):
    return next((e for e in (peers or {"engines": []})["engines"] if e["name"] == name), None)


def peer_targets(targets, peers):
    ours = engine_of(peers, "waymark")
    for name, marks in MUST.items():
        other = engine_of(peers, name)
        for kind, (must, aim) in marks.items():
            ratio = other and other["classes"][kind]["p50"] / ours["classes"][kind]["p50"]
            targets.add(f"p50 against {name}, {kind}", ratio, must, aim, True, " x")
        ratio = other and ours["questions_a_second"] / other["questions_a_second"]
        targets.add(f"mixed questions a second against {name}", ratio, *MIXED[name], True, " x")


def alone_targets(targets, alone):
    million = alone.get(1_000_000)
    a = million and million["classes"]["a"]
    targets.add("a: p50", a and a["json_p50"] / 1000, 0.25, 0.08, False, " ms")
    targets.add("a: p99", a and a["json_p99"] / 1000, 3, 0.7, False, " ms")
    whole = million and million["resident_bytes"] / million["meetings"]
    targets.add("bytes a meeting, everything", whole, 600, 400, False, " B")
    targets.add("bytes a meeting, index without text", None, 180, 110, False, " B")
    ten = alone.get(10_000_000)
    for kind, must, aim in (("a", 2, 1.5), ("b", 4, 3), ("c", 6, 5), ("d", 2, 1.5), ("e", 4, 3)):
        growth = million and ten and ten["classes"][kind]["json_p50"] / million["classes"][kind]["json_p50"]
        targets.add(f"ten times the meetings (1 M to 10 M), p50, {kind}", growth, must, aim, False, " x")


def server_targets(targets, server):
    server = server or {}
    read_in, swap, http = server.get("import"), server.get("swap"), server.get("http")
    start = server.get("start")
    floor = read_in and read_in["seconds"] / read_in["floor_seconds"]
    targets.add("import with the durable commit against simdjson reading the feed", floor, 20, 12, False, " x")
    targets.add("the same, to the swapped snapshot without the commit", None, 12, 5, False, " x")
    peak = read_in and start and read_in["peak_bytes"] / start["resident_bytes"]
    targets.add("import: most memory against the server's steady memory", peak, 2, 1.3, False, " x")
    targets.add("process start to first answer", start and start["seconds"] * 1000, 150, 20, False, " ms")
    targets.add("swap while serving: p99 against normal", swap and swap["p99_ms"] / swap["normal_p99_ms"], 2, 1.2,
                False, " x")
    targets.add("swap while serving: failed requests", swap and swap["failed"], 0, 0, False)
    targets.add("15 records over HTTP against nginx with 10 KB: mixed", http and http["mixed"]["to_nginx"], 0.12, 0.25,
                True, " x")
    targets.add("15 records over HTTP against nginx with 10 KB: class d", http and http["d"]["to_nginx"], 0.4, 0.8,
                True, " x")


def machine():
    model = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1))
    system = re.search(r'PRETTY_NAME="(.+)"', pathlib.Path("/etc/os-release").read_text())
    return (f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} cores, {memory / 2**20:.0f} GiB, "
            f"{system.group(1)}, load average {os.getloadavg()[2]:.1f} in the last quarter of an hour")


def print_peers(peers):
    if not peers:
        print("\n## Other engines\n\nNot measured in this run.")
        return
    names = [engine["name"] for engine in peers["engines"]]
    ours = engine_of(peers, "waymark")
    print(f"\n## Other engines, {peers['meetings']:,} meetings\n")
    print(f"In turn, {peers['rounds']} rounds, medians of each round's p50 / p99. One thread each; full rows, ours as the "
          "JSON of the whole\nanswer. The ratio is of the p50.\n")
    print("| class | " + " | ".join(names) + " | " + " | ".join(f"{n} ratio" for n in names[1:]) + " |")
    print("|---" * (2 * len(names)) + "|")
    for kind, about in CLASSES.items():
        cells, ratios = [], []
        for engine in peers["engines"]:
            times = engine["classes"].get(kind)
            cells.append(f"{shown(times['p50'])} / {shown(times['p99'])}" if times else "not offered")
            ratios.append(f"{times['p50'] / ours['classes'][kind]['p50']:,.1f} x" if times else "")
        print(f"| {kind}: {about} | " + " | ".join(cells + ratios[1:]) + " |")
    print("\n| | " + " | ".join(names) + " |\n" + "|---" * (len(names) + 1) + "|")
    print("| questions a second, mixed | " + " | ".join(f"{e['questions_a_second']:,.1f}" for e in peers["engines"]) + " |")
    print("| questions a class | " + " | ".join(str(e["questions_a_class"]) for e in peers["engines"]) + " |")
    print("| loading and indexes | " + " | ".join(f"{e['load_seconds']:.1f} s" for e in peers["engines"]) + " |")
    print("| bytes a meeting, stored | " + " | ".join(
        f"{e['stored_bytes'] / peers['meetings']:,.0f}" if e["stored_bytes"] else "see below"
        for e in peers["engines"]) + " |")
    print("\nAnswers that agree with ours (count and distance of the last row for a and b; count and order of the ids for c\n"
          "and d; every count for e), compared before anything was timed:\n")
    for engine in peers["engines"][1:]:
        compared = sum(c["compared"] for c in engine["classes"].values())
        differing = sum(c["differing"] for c in engine["classes"].values())
        print(f"- {engine['name']}: {compared - differing} of {compared}")
        for difference in engine["differences"]:
            print(f"  - {difference[:600]}")


def print_alone(alone):
    print("\n## Waymark alone\n\n`waymark bench`, 10,000 questions; the search, and in brackets with its JSON.\n")
    print("| meetings | " + " | ".join(f"{kind} p50" for kind in CLASSES) + " | a p99 | questions a second | built in | "
          "bytes a meeting |\n" + "|---" * 10 + "|")
    for count, figures in sorted(alone.items()):
        cells = [f"{shown(c['search_p50'])} ({shown(c['json_p50'])})" for c in figures["classes"].values()]
        print(f"| {count:,} | " + " | ".join(cells) + f" | {shown(figures['classes']['a']['json_p99'])} | "
              f"{figures['questions_a_second']:,.0f} | {figures['build_seconds']:.1f} s | "
              f"{figures['resident_bytes'] / count:,.0f} |")


def print_server(server):
    if not server:
        print("\n## The whole program\n\nNot measured in this run.")
        return
    read_in, start, http, page = (server[k] for k in ("import", "start", "http", "first_page"))
    print(f"\n## The whole program, {server['meetings']:,} meetings\n")
    print(f"- Import of {read_in['feed_bytes'] / 1e6:,.0f} MB with the durable commit: {read_in['seconds']:.1f} s, at most "
          f"{read_in['peak_bytes'] / 2**20:,.0f} MiB; simdjson reads nine fields of the same feed in "
          f"{read_in['floor_seconds']:.2f} s.")
    print(f"- Process start to first answer: {start['seconds'] * 1000:,.0f} ms; then {start['resident_bytes'] / 2**20:,.0f} MiB"
          " resident.")
    for name in ("nginx", "mixed", "d"):
        print(f"- HTTP on one core, {name}: {http[name]['rate']:,.0f} requests a second, p99 {http[name]['p99_ms']:.1f} ms, "
              f"{http[name]['failed']} failed.")
    print(f"- A swap while serving: p99 {server['swap']['p99_ms']:.1f} ms against {server['swap']['normal_p99_ms']:.1f} ms, "
          f"{server['swap']['failed']} failed.")
    print(f"- A first page of `/find`: {page['p50_ms']:.1f} ms, {page['bytes']:,} bytes.")
    if whole := server.get("whole_feed"):
        print(f"- The same from a finder that loads the whole list (node {subprocess.getoutput('node --version')}): "
              f"{whole['bytes'] / 1e6:,.0f} MB, {whole['parse_ms']:,.0f} ms to parse, then "
              f"{whole['filter_p50_ms']:.1f} ms a question.")


def main(folder):
    folder = pathlib.Path(folder)
    peers, server = read(folder / "peers.json"), read(folder / "server.json")
    alone = {figures["meetings"]: figures for path in folder.glob("alone-*.json") if (figures := read(path))}
    print(f"# Results\n\nWritten by `bench/run`, {time.strftime('%Y-%m-%d')}. {machine()}.\nRatios are of engines that took "
          "turns in one run; absolute times move with the machine. docs/bench.md tells what is asked.\n")
    targets = Targets()
    peer_targets(targets, peers if peers and peers["meetings"] == 1_000_000 else None)
    alone_targets(targets, alone)
    server_targets(targets, server)
    print("## Targets, 1,000,000 meetings\n\n| what | must | aim | measured | |\n|---|---|---|---|---|")
    print("\n".join(targets.rows))
    print_peers(peers)
    print_alone(alone)
    print_server(server)


if __name__ == "__main__":
    main(*sys.argv[1:])
