"""Where a poll connects to, as the kernel sees it: `waymark sources poll` under
strace, its source pointing at addresses that lead back into our own network.
No socket may be opened to any of them. WAYMARK names the program.
"""
import contextlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from small_server import SmallServer  # noqa: E402

PROGRAM = os.environ["WAYMARK"]
ROW = {"slug": "a", "name": "A", "day": 1, "time": "19:00", "timezone": "America/New_York",
       "latitude": 39.95, "longitude": -75.16, "formatted_address": "1 Example Street, Philadelphia, PA 19107, USA"}

# Literal addresses only: no name server is asked.
INSIDE = [
    "https://127.0.0.1/", "https://127.1.2.3/", "https://localhost/", "https://[::1]/", "https://0.0.0.0/",
    "https://10.0.0.1/", "https://172.16.0.1/", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/", "https://224.0.0.1/", "https://240.0.0.1/", "https://255.255.255.255/",
    "https://192.0.2.1/", "https://198.18.0.1/", "https://[fd00::1]/", "https://[fe80::1]/", "https://[ff02::1]/",
    "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::ffff:a00:1]/", "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://[2001::1]/", "https://[2001:db8::1]/",
    "https://2130706433/", "https://0x7f000001/", "https://017700000001/", "https://127.1/", "https://0/",
]
# Outside, but by a way that is not allowed.
OTHERWISE = [
    "http://1.1.1.1/", "https://1.1.1.1:8443/", "https://1.1.1.1:22/", "ftp://1.1.1.1/a", "gopher://1.1.1.1/",
    "dict://127.0.0.1:11211/", "ldap://127.0.0.1/", "smb://127.0.0.1/a", "file:///etc/passwd",
    "https://me:secret@1.1.1.1/", "https://1.1.1.1@127.0.0.1/", "https://127.0.0.1#@1.1.1.1/",
]

# "connect(9<TCP:[1234]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"
CONNECT = re.compile(r"connect\(\d+<(\w+):.*?sa_family=AF_INET6?,.*?port=htons\((\d+)\).*?\"([0-9a-fA-F:.]+)\"")
# An unconnected datagram says where it goes; a connected one went to where connect() said.
SEND = re.compile(r"send(?:to|msg|mmsg)\(\d+<UDP")


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


@unittest.skipUnless(can_trace(), "strace is not installed, or may not trace here")
class Addresses(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.data)
        self.server = SmallServer(json.dumps([ROW]).encode())
        self.addCleanup(self.server.close)
        subprocess.run([PROGRAM, "sources", "add", "--data", self.data, "--format", "meeting-guide", "--source", "town",
                        self.server.url], check=True, capture_output=True)

    def point_at(self, url):
        with contextlib.closing(sqlite3.connect(pathlib.Path(self.data, "waymark.db"))) as database, database:
            database.execute("UPDATE source SET location = ?, etag = ''", (url,))

    def poll(self, *options):
        """What the program printed, the TCP addresses it connected to, and how often it sent a datagram."""
        trace = pathlib.Path(self.data, "trace")
        done = subprocess.run(["strace", "-f", "-yy", "-e", "trace=%network", "-o", trace, PROGRAM, "sources", "poll",
                               "town", "--data", self.data, *options], capture_output=True, text=True, timeout=120,
                              env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})  # Which traces, too.
        text = trace.read_text()
        tcp = [f"{address}:{port}" for kind, port, address in CONNECT.findall(text) if not kind.startswith("UDP")]
        return done.stdout + done.stderr, tcp, len(SEND.findall(text))

    def test_the_audit_sees_a_connection(self):
        said, tcp, _ = self.poll("--confined", "--this-machine")
        self.assertIn("town: nothing new", said)
        self.assertEqual(tcp, [f"127.0.0.1:{self.server.port}"])

    def test_no_socket_is_opened_into_our_own_network(self):
        asked = len(self.server.asked)
        for url in [*INSIDE, *OTHERWISE, self.server.url, self.server.url.replace("http:", "https:")]:
            with self.subTest(url=url):
                self.point_at(url)
                said, tcp, sent = self.poll("--confined")
                self.assertIn("town: FAILED", said)
                self.assertEqual((tcp, sent), ([], 0))
        self.assertEqual(len(self.server.asked), asked)

    def test_no_redirect_leads_anywhere_else(self):
        other = SmallServer()
        self.addCleanup(other.close)
        self.server.status = 302
        for target in [other.url, "http://169.254.169.254/", "http://localhost:1/", "file:///etc/passwd",
                       "//127.0.0.1:1/", "https://1.1.1.1/"]:
            with self.subTest(target=target):
                self.server.headers = {"Location": target}
                said, tcp, sent = self.poll("--confined", "--this-machine")
                self.assertIn("town: FAILED", said)
                self.assertEqual((set(tcp), sent), ({f"127.0.0.1:{self.server.port}"}, 0))
        self.assertEqual(other.asked, [])


if __name__ == "__main__":
    unittest.main()
