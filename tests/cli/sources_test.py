"""Lists that are read by themselves: added, polled, held, decided about, gone
back from, on the command line and by a running server.
"""
import contextlib
import json
import pathlib
import sqlite3
import subprocess
import unittest

from cli_test import PROGRAM, Folder, row
from small_server import SmallServer


def rows(count, **more):
    return [row(f"m{n}", name=f"Meeting {n}", day=n % 7, time=f"19:{n % 60:02}", latitude=39.9 + n / 1000, **more)
            for n in range(count)]


class Sources(Folder):
    def setUp(self):
        super().setUp()
        self.server = SmallServer()
        self.addCleanup(self.server.close)

    def serves(self, listed):
        self.server.status = 200
        self.server.body = json.dumps(listed).encode()

    def sources(self, *args, **more):
        return self.run_waymark("sources", *args, "--data", self.data, **more)

    def state(self):
        return json.loads(self.sources("--json").stdout)[0]

    def add(self, *options, listed=None):
        self.serves(listed or rows(60))
        return self.sources("add", "--format", "meeting-guide", "--source", "town", *options, self.server.url)

    def in_database(self, statement):
        with contextlib.closing(sqlite3.connect(pathlib.Path(self.data, "waymark.db"))) as database:
            with database:
                database.execute(statement)

    def hold(self):
        self.add()
        self.serves(rows(20))
        return self.sources("poll", "town", expect=1).stdout

    def test_a_list_is_added_with_its_terms_and_read_every_12_hours(self):
        self.assertIn("60 added", self.add("--license", "CC BY 4.0", "--republish", "no").stdout)
        state = self.state()
        self.assertEqual((state["meetings"], state["every_minutes"], state["license"], state["republish"]),
                         (60, 720, "CC BY 4.0", False))
        self.assertIn("every 12 h", self.sources().stdout)
        self.assertIn("CC BY 4.0, not republished", self.sources().stdout)
        self.assertIn("that name already", self.sources("add", "--format", "meeting-guide", "--source", "town",
                                                        self.server.url, expect=1).stderr)
        self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "town",
                         "--every", "1d", self.server.url)
        state = self.state()
        self.assertEqual((state["every_minutes"], state["license"], state["republish"]), (1440, "CC BY 4.0", False))

    def test_settings_are_changed_one_by_one(self):
        self.add()
        self.sources("set", "town", "--every", "45m", "--license", "ODbL")
        self.sources("set", "town", "--republish", "no", "--pause")
        state = self.state()
        self.assertEqual((state["every_minutes"], state["license"], state["republish"], state["paused"]),
                         (45, "ODbL", False, True))
        self.sources("set", "town", "--resume", "--every", "off")
        self.assertEqual((self.state()["every_minutes"], self.state()["paused"]), (0, False))

    def test_a_poll_says_in_one_line_what_came_of_each_list(self):
        self.add()
        self.assertEqual(self.sources("poll").stdout, "town: nothing new\n")
        self.serves(rows(61))
        self.assertEqual(self.sources("poll", "town").stdout,
                         "town: published, 1 added, 0 changed, 0 removed, 0 refused\n")
        self.assertEqual(self.sources("poll", "--due").stdout, "", "its time has not come")
        self.server.status = 500
        self.assertIn("town: FAILED: ", self.sources("poll", expect=1).stdout)
        self.assertIsNotNone(self.state()["failing_since"])
        self.assertEqual(self.state()["failures"], 1)

    def test_after_three_days_it_is_an_alarm(self):
        self.add()
        self.assertEqual(self.run_json("doctor", "--data", self.data, "--json")["alarming_sources"], [])
        self.in_database("UPDATE source SET failing_since = '2026-01-01T00:00:00Z'")
        self.assertIn("ALARM: failing since 2026-01-01", self.sources().stdout)
        self.assertTrue(self.state()["alarm"])
        found = self.run_json("doctor", "--data", self.data, "--json", expect=1)
        self.assertEqual((found["failing_sources"], found["alarming_sources"]), (["town"], ["town"]))

    def test_what_is_strange_is_held_shown_and_approved(self):
        self.assertIn("town: HELD for a decision, mass-removal 40 of 60", self.hold())
        self.assertEqual(self.state()["meetings"], 60)
        self.assertEqual(self.state()["held"]["alarms"], ["mass-removal"])
        self.assertIn("HELD: reading 2", self.sources().stdout)
        self.assertEqual(self.run_json("doctor", "--data", self.data, "--json", expect=1)["held_sources"], ["town"])
        self.sources("poll", "town", expect=1)
        log = json.loads(self.sources("log", "town", "--json").stdout)
        self.assertEqual([(r["number"], r["decision"], r["removed"]) for r in log], [(2, "held", 40), (1, "published", 0)])
        changes = json.loads(self.sources("diff", "town", "--json").stdout)
        self.assertEqual({c["change"] for c in changes}, {"removed"})
        self.assertEqual(len(changes), 40)
        self.assertIn("40 removed", self.sources("approve", "town").stdout)
        self.assertEqual((self.state()["meetings"], self.state()["held"]), (20, None))
        self.assertIn("by host", self.sources("log", "town").stdout)
        self.assertEqual(self.run_waymark("doctor", "--data", self.data).returncode, 0)

    def test_what_is_rejected_stays_out(self):
        self.hold()
        self.sources("reject", "town")
        self.assertIn("the copy that was rejected", self.sources("poll", "town").stdout)
        self.assertEqual(self.state()["meetings"], 60)
        self.assertEqual(len(json.loads(self.sources("log", "town", "--json").stdout)), 3)

    def test_going_back_pauses_the_list(self):
        self.add()
        self.serves([*rows(59), row("other", name="Another")])
        self.sources("poll")
        changes = json.loads(self.sources("diff", "town", "2", "--json").stdout)
        self.assertEqual([(c["change"], c["key"]) for c in changes], [("removed", "m59"), ("added", "other")])
        self.assertIn("--resume", self.sources("rollback", "town", "1").stdout)
        self.assertTrue(self.state()["paused"])
        self.assertEqual(self.sources("poll").stdout, "", "a paused list is left alone")
        self.sources("set", "town", "--resume")
        self.assertIn("1 added", self.sources("poll").stdout)

    def test_a_field_that_changed_is_shown_before_and_after(self):
        self.add()
        self.serves([*rows(59), {**rows(60)[59], "name": "Renamed", "time": "20:30"}])
        self.sources("poll")
        text = self.sources("diff", "town", "2").stdout
        self.assertIn("name: Meeting 59 -> Renamed", text)
        self.assertIn("time: 19:59 -> 20:30", text)

    def test_one_row_of_treatment_waits_while_the_rest_is_published(self):
        def table(phone):
            lines = "".join(f"{n},Clinic {n},treatment,{n} Elm Street,Philadelphia,PA,19104,215-555-01{n:02}\n"
                            for n in range(1, 40))
            return f"id,name,kind,street,city,state,zip,phone\n0,Hill,treatment,1 Oak Street,Philadelphia,PA,19104,{phone}\n{lines}"
        self.server.body = table("215-555-0199").encode()
        self.sources("add", "--format", "places-csv", "--source", "town", self.server.url)
        self.server.body = table("646-555-0142").encode()
        self.assertIn("1 rows HELD", self.sources("poll", expect=1).stdout)
        held = self.state()["held_rows"]
        self.assertEqual([r["name"] for r in held], ["Hill"])
        self.assertIn("phones: 215-555-0199 -> 646-555-0142", self.sources("diff", "town").stdout)
        self.sources("approve", "town", "--row", held[0]["key"])
        self.assertEqual(self.state()["held_rows"], [])
        self.assertEqual(self.sources("poll").stdout, "town: nothing new\n")
        self.server.body = table("646-555-0177").encode()
        self.sources("poll", expect=1)
        self.sources("reject", "town", "--row", held[0]["key"])
        self.assertEqual(self.sources("poll").stdout, "town: nothing new\n")
        self.assertIn("rejected, 0 added", self.sources("log", "town").stdout)

    def test_a_list_read_again_from_a_file_is_no_longer_read_by_itself(self):
        self.add()
        done = self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "town", "-",
                                input=json.dumps(rows(3)))
        self.assertIn("no longer read by itself", done.stderr)
        self.assertEqual(self.state()["every_minutes"], 0)

    def test_wrong_words_are_refused(self):
        self.add()
        self.load([row("a")], "file")
        self.sources("set", "town", "--every", "1m", expect=2)
        self.sources("set", "town", "--every", "often", expect=2)
        self.sources("set", "town", "--pause", "--resume", expect=2)
        self.sources("set", "file", "--every", "1h", expect=2)
        self.sources("poll", "file", expect=2)
        self.sources("poll", "nowhere", expect=1)
        self.sources("approve", "town", expect=1)
        self.sources("reject", "town", expect=1)
        self.sources("diff", "town", expect=1)
        self.sources("rollback", "town", "7", expect=1)
        self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "file",
                         "--every", "1h", "-", input="[]", expect=2)

    def test_what_is_removed_leaves_no_copy(self):
        self.hold()
        self.assertEqual(len(list(pathlib.Path(self.data, "feeds").iterdir())), 2)
        self.sources("--remove", "town")
        self.assertEqual(list(pathlib.Path(self.data, "feeds").iterdir()), [])

    def test_a_running_server_reads_what_is_due(self):
        self.add()
        self.serves(rows(61))
        self.in_database("UPDATE source_timetable SET next_at = '2026-01-01T00:00:00Z'")
        server = subprocess.Popen([PROGRAM, "serve", "--data", self.data, "--listen", "localhost:0",
                                   "--poll-this-machine"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            line = next(line for line in server.stderr if "town: " in line)
        finally:
            server.terminate()
            server.communicate(timeout=60)
        self.assertIn("town: published, 1 added", line)
        self.assertNotIn("secret", line)
        self.assertEqual(self.state()["meetings"], 61)
        self.assertEqual(server.returncode, 0)

    def test_a_server_does_not_read_this_machine_unless_told(self):
        self.add()
        asked = len(self.server.asked)
        self.in_database("UPDATE source_timetable SET next_at = '2026-01-01T00:00:00Z'")
        server = subprocess.Popen([PROGRAM, "serve", "--data", self.data, "--listen", "localhost:0"],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            line = next(line for line in server.stderr if "town: " in line)
        finally:
            server.terminate()
            server.communicate(timeout=60)
        self.assertIn("town: FAILED: Use an address with https://", line)
        self.assertEqual(len(self.server.asked), asked)


if __name__ == "__main__":
    unittest.main()
