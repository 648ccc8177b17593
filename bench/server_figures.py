#!/usr/bin/env python3
"""What the whole program costs beside its floors: import against simdjson
reading the same feed, start to first answer, the API against nginx with a file
of that size, a first page, a swap while serving, and a finder that loads the
whole list into the page. Writes FOLDER/server.json.

usage: server_figures.py BUILD FOLDER COUNT
"""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROUNDS = 3
SECONDS = int(os.environ.get("WRK_SECONDS", "5"))
START_SECONDS_MAX = 300
BENCH = pathlib.Path(__file__).resolve().parent


def median(values):
    return sorted(values)[len(values) // 2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


def first_answer(url, process):
    """Seconds until `url` answers: with anything but an answer to the question it fails."""
    begin = time.monotonic()
    while time.monotonic() - begin < START_SECONDS_MAX:
        try:
            get(url)
            return time.monotonic() - begin
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{url}: {error.code} {error.read()[:300]}")
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
            time.sleep(0.001)
    raise RuntimeError(f"{process.args[0]} did not answer in {START_SECONDS_MAX} s")


class Bench:
    def __init__(self, build, folder, count):
        self.waymark = build / "waymark"
        self.read_feed = build / "bench/read_feed"
        self.folder = folder
        self.count = count
        self.data = folder / "data"
        self.feed = folder / "feed.json"
        self.urls = folder / "urls"

    def prepare(self):
        with open(self.feed, "wb") as out:
            subprocess.run([self.waymark, "bench", "--count", str(self.count), "--feed"], stdout=out, check=True)
        with open(self.urls, "wb") as out:
            subprocess.run([self.waymark, "bench", "--urls"], stdout=out, check=True)
        soon = [line for line in open(self.urls) if line.startswith("d ")]
        (self.folder / "urls-d").write_text("".join(soon))
        shutil.rmtree(self.data, ignore_errors=True)

    def import_feed(self):
        """Seconds and the most memory of reading the feed, and the floor of reading it."""
        floor = float(subprocess.run([self.read_feed, self.feed], stdout=subprocess.PIPE, check=True).stdout)
        begin = time.monotonic()
        process = subprocess.Popen([self.waymark, "import", "--data", self.data, "--format", "meeting-guide",
                                    "--source", "bench", "--json", self.feed],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if status != 0:
            raise RuntimeError("the import failed")
        return {"floor_seconds": floor, "seconds": time.monotonic() - begin, "feed_bytes": self.feed.stat().st_size,
                "peak_bytes": used.ru_maxrss * 1024}

    def serve(self):
        port = free_port()
        process = subprocess.Popen(["taskset", "-c", "0", self.waymark, "serve", "--data", self.data, "--listen",
                                    f"127.0.0.1:{port}", "--threads", "1", "--demo", "--no-polling"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return process, f"http://127.0.0.1:{port}"

    def start(self):
        path = next(line for line in open(self.urls) if line.startswith("a "))[2:].strip()
        spent = []
        for _ in range(ROUNDS):
            process, site = self.serve()
            try:
                spent.append(first_answer(site + path, process))
                resident = self.resident(process)
            finally:
                process.terminate()
                process.wait()
        return {"seconds": median(spent), "resident_bytes": resident}

    @staticmethod
    def resident(process):
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) * 1024

    def wrk(self, site, seconds=SECONDS, urls=None):
        """Requests a second, the 99th percentile in milliseconds, and what failed."""
        script = ["-s", BENCH / "urls.lua"] if urls else []
        said = subprocess.run(["taskset", "-c", "1", "wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", *script, site],
                              stdout=subprocess.PIPE, text=True, check=True,
                              env={**os.environ, "URLS": str(urls or "")}).stdout
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))
        amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
        failed = sum(int(n) for n in re.findall(r"(?:connect|read|write|timeout) (\d+)", said))
        failed += sum(int(n) for n in re.findall(r"Non-2xx or 3xx responses: (\d+)", said))
        return {"rate": rate, "p99_ms": float(amount) * {"us": 0.001, "ms": 1, "s": 1000}[unit], "failed": failed}

    def nginx(self):
        root = self.folder / "static"
        root.mkdir(exist_ok=True)
        (root / "page").write_bytes(b"x" * 10_000)
        port = free_port()
        (root / "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {root}/pid; error_log {root}/log;\n"
            f"events {{}}\nhttp {{ sendfile on; access_log off; client_body_temp_path {root}; proxy_temp_path {root};"
            f" fastcgi_temp_path {root}; uwsgi_temp_path {root}; scgi_temp_path {root};\n"
            f" server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n")
        for path in (self.folder, root):
            path.chmod(0o755)
        process = subprocess.Popen(["taskset", "-c", "0", "nginx", "-c", root / "nginx.conf"],
                                   stderr=subprocess.DEVNULL)
        first_answer(f"http://127.0.0.1:{port}/page", process)
        return process, f"http://127.0.0.1:{port}/page"

    def http(self, site):
        rounds = {"nginx": [], "mixed": [], "d": []}
        process, page = self.nginx()
        try:
            for _ in range(ROUNDS):
                rounds["nginx"].append(self.wrk(page))
                rounds["mixed"].append(self.wrk(site, urls=self.urls))
                rounds["d"].append(self.wrk(site, urls=self.folder / "urls-d"))
        finally:
            process.terminate()
            process.wait()
        figures = {name: {key: median([r[key] for r in each]) for key in ("rate", "p99_ms")} | {
            "failed": sum(r["failed"] for r in each)} for name, each in rounds.items()}
        for name in ("mixed", "d"):
            figures[name]["to_nginx"] = median([r["rate"] / n["rate"] for r, n in zip(rounds[name], rounds["nginx"])])
        return figures

    def first_page(self, site):
        """A page of the finder as somebody new gets it: no cookie, no cache, a place of its own."""
        spent, sizes = [], []
        for line in open(self.urls):
            if not line.startswith("e ") or len(spent) == 100:
                continue
            near = re.search(r"near=[^&]+", line).group(0)
            begin = time.monotonic()
            sizes.append(len(get(f"{site}/find?{near}")))
            spent.append((time.monotonic() - begin) * 1000)
        return {"p50_ms": median(spent), "bytes": median(sizes)}

    def swap(self, site):
        """The same load, without and with a new directory coming in."""
        normal = self.wrk(site, seconds=3 * SECONDS, urls=self.folder / "urls-d")
        changed = self.folder / "changed.json"
        changed.write_text(self.feed.read_text().replace("Fictional sample listing.", "Fictional listing, sample.", 1000))
        process = subprocess.Popen(["nice", self.waymark, "import", "--data", self.data, "--format", "meeting-guide",
                                    "--source", "bench", changed], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        during = []
        while process.poll() is None or len(during) < 3:
            during.append(self.wrk(site, urls=self.folder / "urls-d"))
        return {"normal_p99_ms": normal["p99_ms"], "p99_ms": max(r["p99_ms"] for r in during),
                "failed": sum(r["failed"] for r in during)}

    def whole_feed(self):
        said = subprocess.run(["node", "--max-old-space-size=8192", BENCH / "whole_feed.mjs", self.feed, self.urls],
                              stdout=subprocess.PIPE, check=True).stdout
        return json.loads(said)


def main(build, folder, count):
    bench = Bench(pathlib.Path(build).resolve(), pathlib.Path(folder).resolve(), int(count))
    bench.prepare()
    figures = {"meetings": bench.count, "import": bench.import_feed(), "start": bench.start()}
    process, site = bench.serve()
    try:
        first_answer(site + "/api/v1/meetings?limit=1", process)
        figures |= {"http": bench.http(site), "first_page": bench.first_page(site)}
        figures["swap"] = bench.swap(site)
    finally:
        process.terminate()
        process.wait()
    # V8 takes no string over half a gigabyte.
    if bench.feed.stat().st_size < 500_000_000:
        figures["whole_feed"] = bench.whole_feed()
    (bench.folder / "server.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
