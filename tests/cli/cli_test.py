"""The program on the command line, from end to end: what it prints, what it
keeps, and how it ends.  WAYMARK names the program.
"""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["WAYMARK"]
REAL = pathlib.Path(__file__).resolve().parents[2].parent / "shared/data/meetings"
NOW = "2026-11-21T18:00:00-05:00"  # A Saturday.


def row(slug, **more):
    return {"slug": slug, "name": f"Meeting {slug}", "day": 6, "time": "19:00", "types": ["O"],
            "timezone": "America/New_York", "latitude": 39.95, "longitude": -75.16,
            "formatted_address": "1 Example Street, Philadelphia, PA 19107, USA", **more}


class Folder(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.data)

    def run_waymark(self, *args, input=None, expect=0):
        done = subprocess.run([PROGRAM, *args], input=input, capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, expect, f"{args}: {done.stdout}{done.stderr}")
        return done

    def run_json(self, *args, **more):
        return json.loads(self.run_waymark(*args, **more).stdout)

    def load(self, rows, source="town", *options):
        return self.run_json("import", "--data", self.data, "--format", "meeting-guide", "--source", source,
                             "--json", *options, "-", input=json.dumps(rows))

    def find(self, *options):
        return self.run_json("find", "--data", self.data, "--json", "--now", NOW, *options)


class Help(Folder):
    def test_help_fits_one_screen(self):
        text = self.run_waymark("help").stdout
        self.assertLessEqual(len(text.splitlines()), 24)
        for command in ("serve", "find", "geocode", "import", "sources", "sample", "setting", "match", "treatment", "bench", "doctor"):
            self.assertIn(command, text)
            self.assertIn("--data", self.run_waymark(command, "--help").stdout)

    def test_bench_measures_each_class_and_writes_the_same_workload_again(self):
        small = ("--count", "200", "--questions", "10")
        figures = self.run_json("bench", *small, "--json")
        self.assertEqual(figures["meetings"], 200)
        self.assertEqual(sorted(figures["classes"]), ["a", "b", "c", "d", "e"])
        self.assertIn("questions a second", self.run_waymark("bench", *small).stdout)
        self.assertEqual(len(self.run_json("bench", *small, "--feed")), 200)
        paths = self.run_waymark("bench", *small, "--urls").stdout
        self.assertEqual([line[0] for line in paths.splitlines()], list("abcdeabcde"))
        self.assertEqual(paths, self.run_waymark("bench", *small, "--urls").stdout)

    def test_wrong_usage_ends_with_2(self):
        for args in ([], ["nonsense"], ["find", "--no-such-option"], ["import"], ["geocode"],
                     ["find", "--data", self.data, "--radius", "wide"],
                     ["find", "--data", self.data, "--weekday", "someday"]):
            done = self.run_waymark(*args, expect=2)
            self.assertEqual(done.stdout, "")
            self.assertTrue(done.stderr)


class Import(Folder):
    def test_the_same_feed_twice_changes_nothing(self):
        rows = [row("a"), row("b", day=2), row("c", time="late")]
        first = self.load(rows)
        self.assertEqual([first[k] for k in ("added", "refused")], [2, 1])
        self.assertEqual(first["refusals"][0]["row"], 3)
        self.assertEqual(first["refusals"][0]["field"], "time")
        again = self.load(rows)
        self.assertEqual([again[k] for k in ("added", "changed", "unchanged", "removed", "refused")], [0, 0, 2, 0, 1])

    def test_rows_that_change_or_go_are_counted(self):
        self.load([row("a"), row("b")])
        report = self.load([row("a", name="Renamed"), row("c")])
        self.assertEqual([report[k] for k in ("added", "changed", "unchanged", "removed")], [1, 1, 0, 1])

    def test_a_feed_that_cannot_be_read_leaves_the_directory_as_it_was(self):
        self.load([row("a")])
        for bad in ("", "<html>Sign in</html>", '[{"slug":"x"', "[]", '{"error":"no"}', '[{"a":1,"a":2}]', "\xff[]"):
            done = self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "town",
                                    "-", input=bad, expect=1)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
            self.assertEqual(self.find()["total"], 1, bad)

    def test_options_that_cannot_be_are_refused(self):
        base = ["import", "--data", self.data, "--source", "town"]
        self.run_waymark(*base, "--format", "xml", "-", input="[]", expect=2)
        self.run_waymark(*base, "--format", "meeting-guide", "--fellowship", "zz", "-", input="[]", expect=2)
        self.run_waymark(*base, "--format", "meeting-guide", "--timezone", "Mars/Base", "-", input="[]", expect=2)
        self.run_waymark(*base, "--format", "meeting-guide", "/no/such/file.json", expect=1)
        self.run_waymark(*base, "--format", "meeting-guide", "http://192.168.0.1/feed.json", expect=2)

    def test_fellowship_and_zone_are_kept_with_the_source(self):
        rows = [{k: v for k, v in row("a").items() if k != "timezone"}]
        self.load(rows, "town", "--fellowship", "ha", "--timezone", "America/Chicago")
        self.load(rows, "town")
        match = self.find()["matches"][0]
        self.assertEqual(match["fellowship"], "ha")
        self.assertEqual(match["starts_at"], "2026-11-21T19:00:00-06:00")


class TwoLists(Folder):
    def test_a_meeting_of_both_is_shown_once_and_the_join_is_told(self):
        self.load([row("a"), row("b", day=2)], "town", "--fellowship", "na")
        self.load([row("z", name="By another name", time="19:05")], "county", "--fellowship", "na")
        self.assertEqual(self.find()["total"], 2)
        [merge] = self.run_json("sources", "merges", "--data", self.data, "--json")
        self.assertEqual((merge["hidden"]["source"], merge["shown"]["source"]), ("county", "town"))
        self.assertEqual((merge["hidden"]["source_id"], merge["shown"]["source_id"]), ("z", "a"))
        self.assertEqual((merge["day"], merge["minutes_apart"], merge["meters_apart"], merge["same_room"]),
                         ("sat", 5, 0, False))
        text = self.run_waymark("sources", "merges", "--data", self.data).stdout
        self.assertIn("is shown as town", text)
        self.assertIn("1 listing is shown as another list's.", text)

    def test_one_that_nobody_reads_any_more_is_hidden_and_counted(self):
        self.load([row("a")])
        options = ["find", "--data", self.data, "--now", "2150-01-01T12:00:00Z"]
        self.assertEqual([self.run_json(*options, "--json")[k] for k in ("total", "old_hidden")], [0, 1])
        self.assertEqual([self.run_json(*options, "--json", "--old")[k] for k in ("total", "old_hidden")], [1, 0])
        self.assertIn("1 old hidden; --old shows them.", self.run_waymark(*options).stdout)


class Sample(Folder):
    def test_the_same_seed_writes_the_same_bytes(self):
        first = self.run_waymark("sample", "--count", "200", "--seed", "7").stdout
        self.assertEqual(first, self.run_waymark("sample", "--count", "200", "--seed", "7").stdout)
        self.assertNotEqual(first, self.run_waymark("sample", "--count", "200", "--seed", "8").stdout)
        self.assertEqual(len(json.loads(first)), 200)

    def test_it_is_marked_and_offered_for_removal(self):
        feed = self.run_waymark("sample", "--count", "50").stdout
        self.load(json.loads(feed), "sample")
        self.assertTrue(self.run_json("sources", "--data", self.data, "--json")[0]["fictional"])
        self.run_waymark("serve", "--data", self.data, "--listen", "0.0.0.0:0", expect=1)
        done = self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "real", "-",
                                input=json.dumps([row("a")]))
        self.assertIn("sources --remove sample", done.stderr)
        self.run_waymark("import", "--data", self.data, "--format", "meeting-guide", "--source", "real",
                         "--remove-sample", "-", input=json.dumps([row("a")]))
        self.assertEqual([s["name"] for s in self.run_json("sources", "--data", self.data, "--json")], ["real"])


class Find(Folder):
    def test_an_answer_has_every_member(self):
        self.load([row("a")], "town", "--fellowship", "na")
        answer = self.find("--near", "39.95,-75.15", "--radius", "10mi")
        self.assertEqual(answer["total"], 1)
        for member in ("total", "widened", "fallback", "covered", "facets"):
            self.assertIn(member, answer)
        self.assertIsNone(answer["widened"])
        self.assertEqual(answer["covered"], ["na"])
        match = answer["matches"][0]
        self.assertEqual((match["source_id"], match["name"], match["fellowship"], match["venue"], match["weekday"],
                          match["starts_at"], match["ends_at"], match["source"]),
                         ("a", "Meeting a", "na", "in-person", "sat", "2026-11-21T19:00:00-05:00",
                          "2026-11-21T20:00:00-05:00", "town"))
        self.assertAlmostEqual(match["distance_km"], 0.85, delta=0.02)
        self.assertTrue(match["why"])

    def test_when_nothing_fits_it_says_what_is_there(self):
        self.load([row("a", latitude=40.4, longitude=-75.16),
                   {**row("w", conference_url="https://zoom.us/j/1"), "latitude": None, "longitude": None,
                    "formatted_address": "Philadelphia, PA, USA"}], "town", "--fellowship", "na")
        asked = ["--near", "39.95,-75.16", "--radius", "10mi", "--within", "6h", "--venue", "in-person"]
        answer = self.find(*asked, "--fellowship", "na")
        self.assertIsNotNone(answer["widened"])
        self.assertEqual([m["source_id"] for m in answer["matches"]], ["a"])
        self.assertRegex(" ".join(answer["says"]), r"^None within 10 mi .*The nearest is 31 mi away; 1 online")
        answer = self.find(*asked, "--fellowship", "na,smart")
        self.assertEqual(answer["not_covered"], ["smart"])
        self.assertIn("no list of SMART meetings", " ".join(answer["says"]))

    def test_a_batch_answers_line_by_line(self):
        self.load([row("a"), row("b", day=1)])
        lines = [{"near": "39.95,-75.16", "weekday": "mon"}, {"limit": 1}, {"radius": "wide"}, {"weekday": ["sat", "mon"]}]
        path = pathlib.Path(self.data) / "questions.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)) + "\n")
        done = self.run_waymark("find", "--data", self.data, "--now", NOW, "--batch", str(path))
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([a.get("total") for a in answers], [1, 2, None, 2])
        self.assertEqual(answers[2]["error"]["field"], "radius")
        timed = self.run_waymark("find", "--data", self.data, "--now", NOW, "--batch", str(path), "--timing")
        first = json.loads(timed.stdout.splitlines()[0])
        self.assertEqual(set(first), {"total", "ids", "microseconds"})
        self.assertGreater(first["microseconds"], 0)

    def test_people_can_read_it_too(self):
        self.load([row("a")], "town", "--fellowship", "na")
        text = self.run_waymark("find", "--data", self.data, "--near", "19107", "--now", NOW).stdout
        self.assertIn("Meeting a (NA", text)
        self.assertIn("starts in 1 h", text)


PLACES = """id,name,kind,street,city,state,country,latitude,longitude,phone,medication,payment,supplies,confidential
a,Hill Clinic,treatment,1 Hill Street,Philadelphia,PA,US,39.9526,-75.1652,215-555-0101,buprenorphine naltrexone,medicaid,,
b,Lake House,treatment,2 Lake Street,Philadelphia,PA,US,39.9600,-75.1700,215-555-0102,,,,
c,Elm Shelter,treatment,12 Elm Street,Philadelphia,PA,US,39.9700,-75.1800,215-555-0103,buprenorphine,,,shelter
d,Corner Box,naloxone,3 Main Street,Philadelphia,PA,US,39.9500,-75.1600,,,,free no-id,
"""


class Treatment(Folder):
    def setUp(self):
        super().setUp()
        self.run_waymark("import", "--data", self.data, "--format", "places-csv", "--source", "ours", "-", input=PLACES)

    def treatment(self, *options):
        return self.run_json("treatment", "--data", self.data, "--json", "--now", NOW, *options)

    def names(self, *options):
        return [match["name"] for match in self.treatment("--near", "39.9526,-75.1652", "--radius", "10mi", *options)["matches"]]

    def test_it_finds_by_what_is_known(self):
        self.assertEqual(self.names("--sort", "nearest"), ["Hill Clinic", "Lake House"])
        self.assertEqual(self.names("--medication", "buprenorphine"), ["Hill Clinic"])
        self.assertEqual(self.names("--kind", "naloxone"), ["Corner Box"])
        answer = self.treatment("--near", "19107", "--payment", "medicaid")
        self.assertEqual((answer["total"], answer["unknown"]), (1, 1))
        match = answer["matches"][0]
        self.assertEqual(match["yes"]["medication"], ["buprenorphine", "naltrexone"])
        self.assertEqual(match["source"], "ours")
        self.assertIsNone(match["verified_on"])

    def test_a_confidential_address_is_nowhere(self):
        done = self.run_waymark("treatment", "--data", self.data, "--text", "shelter", "--kind", "all")
        self.assertIn("Elm Shelter", done.stdout)
        everything = done.stdout + json.dumps(self.treatment("--kind", "all", "--limit", "100"))
        for secret in ("12 Elm", "39.97", "75.18"):
            self.assertNotIn(secret, everything)
        kept = b"".join(path.read_bytes() for path in pathlib.Path(self.data).iterdir() if path.is_file())
        self.assertNotIn(b"12 Elm", kept)

    def test_bad_words_are_refused_with_2(self):
        for options in (["--medication", "aspirin"], ["--sort", "soonest"], ["--limit", "0"], ["--near", "Qqqqzzzz"]):
            done = self.run_waymark("treatment", "--data", self.data, *options, expect=1 if "Qqqqzzzz" in options else 2)
            self.assertTrue(done.stderr)

    def test_the_same_list_twice_changes_nothing(self):
        again = self.run_json("import", "--data", self.data, "--format", "places-csv", "--source", "ours", "--json", "-",
                              input=PLACES)
        self.assertEqual((again["added"], again["changed"], again["unchanged"], again["removed"]), (0, 0, 4, 0))


class Match(Folder):
    def setUp(self):
        super().setUp()
        self.load([row("story", day=2, types=["O", "SP"]), row("steps", day=3, types=["C", "ST", "X"])],
                  "na", "--fellowship", "na")
        self.load([row("tools", day=4, time="18:00")], "smart", "--fellowship", "smart")
        self.load([row("family", day=5)], "family", "--fellowship", "nar-anon")

    def match(self, answers, **more):
        done = self.run_waymark("match", "--data", self.data, "--answers", "-", "--now", NOW, "--json",
                                input=answers, **more)
        return json.loads(done.stdout) if done.stdout else done

    def names(self, **answers):
        return [group["name"] for group in self.match(json.dumps({"near": "19107", **answers}))["groups"]]

    def test_what_fits_best_stands_first_and_says_why(self):
        found = self.match('{"near": "19107", "belief": ["tools"], "medicine": "yes"}')
        best = found["groups"][0]
        self.assertEqual([best["name"], best["points"], best["of"]], ["Meeting tools", 26, 28])
        self.assertEqual(sum(part["points"] for part in best["parts"]), best["points"])
        self.assertEqual(len(best["parts"]), 10)
        for part in best["parts"]:
            self.assertEqual(part["of"] > 0, bool(part["reasons"]), part)
        asks = [reason["verdict"] for part in found["groups"][1]["parts"] for reason in part["reasons"]]
        self.assertIn("ask", asks)

    def test_hard_needs_filter_and_family_groups_show_when_asked_for(self):
        self.assertEqual(self.names(must=["wheelchair"], belief=["tools"]), ["Meeting steps"])
        self.assertEqual(self.names(about="someone"), ["Meeting family"])
        self.assertEqual(len(self.names()), 3)

    def test_three_to_try_are_on_three_days(self):
        three = self.match('{"near": "19107"}')["try_three"]
        self.assertEqual(len({one["starts"][:10] for one in three}), 3)

    def test_wrong_answers_are_refused_with_1(self):
        for answers in ("what?", "[]", '{"shoes": "42"}', '{"about": "shoes"}', '{"near": "Xqzzyplugh"}', '{"only": "x"}'):
            done = self.match(answers, expect=1)
            self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.run_waymark("match", "--data", self.data, "--answers", "/no/such/file", expect=1)
        self.run_waymark("match", "--data", self.data, expect=2)


class Geocode(Folder):
    def test_places(self):
        for text, country, region in [("Philadelphia, PA", "US", "PA"), ("London", "GB", None), ("London, ON", "CA", "ON"),
                                      ("19104", "US", "PA"), ("M5V 2T6", "CA", "ON")]:
            place = self.run_json("geocode", text, "--json")
            self.assertEqual(place["country"], country, text)
            self.assertIn(place["precision"], ("exact", "postcode", "town"))
            if region:
                self.assertEqual(place["region"], region, text)
        self.run_waymark("geocode", "Qqqqzzzz", expect=1)


class Number(Folder):
    def test_it_names_the_owner_or_says_that_nobody_is_listed(self):
        found = self.run_json("number", "1-800-662-HELP (4357)", "--data", self.data, "--json")
        self.assertEqual(found["number"], "+18006624357")
        self.assertEqual(found["owners"][0]["owner"], "SAMHSA National Helpline")
        self.assertIsNone(found["often_copied_wrongly"])
        copied = self.run_json("number", "1-902-470-8888", "--country", "CA", "--data", self.data, "--json")
        self.assertFalse(copied["often_copied_wrongly"]["confirmed"])
        self.assertIn("on no list", self.run_waymark("number", "800-555-0199", "--data", self.data).stdout)
        self.run_waymark("number", "hello", "--data", self.data, expect=2)


class Suggest(Folder):
    def suggest(self, place, **more):
        return self.run_json("sources", "suggest", place, "--json", "--data", self.data, **more)

    def test_a_state_by_any_of_its_names_has_the_same_lists(self):
        lists = self.suggest("PA")
        self.assertEqual(lists, self.suggest("Pennsylvania"))
        self.assertEqual(lists, self.suggest("US-PA"))
        self.assertIn("na-philadelphia", [one["source"] for one in lists])
        self.assertIn("findtreatment-pa", [one["source"] for one in lists])

    def test_people_read_what_is_not_confirmed_and_a_line_to_run(self):
        said = self.run_waymark("sources", "suggest", "19104", "--data", self.data).stdout
        self.assertIn("not confirmed: nobody of this project has opened it", said)
        self.assertIn("    waymark import --format bmlt --source na-philadelphia --republish no --every 12h 'https://", said)

    def test_every_line_is_one_that_import_takes(self):
        for one in self.suggest("US"):
            words = shlex.split(one["command"])
            self.assertEqual(words[:2], ["waymark", "import"])
            self.assertEqual(words[-1], one["url"])
            at = words.index("--every")  # Of an address only.
            self.assertEqual(words[at + 1][-1], "h")
            instead = [*words[1:at], *words[at + 2:-1], "--data", self.data, "/no/such/file"]
            done = subprocess.run([PROGRAM, *instead], capture_output=True, text=True, timeout=60)
            self.assertIn("cannot be read", done.stderr, one["command"])

    def test_the_host_adds_a_list_and_switches_one_off(self):
        ours = {"id": "our-county", "name": "County clinics", "kind": "other", "format": "places-csv",
                "fellowship": None, "areas": ["US-PA"], "url": "https://lists.example.org/clinics.csv",
                "license": "CC BY 4.0", "republish": True, "every_hours": 24, "seen_on": "2026-11-22",
                "seen_in": "The county", "confirmed": True, "note": None}
        file = pathlib.Path(self.data) / "sources.json"
        file.write_text(json.dumps({"add": [ours], "off": ["na-philadelphia"]}))
        names = [one["source"] for one in self.suggest("PA")]
        self.assertIn("our-county", names)
        self.assertNotIn("na-philadelphia", names)
        file.write_text('{"off": ["nobody"]}')
        done = self.run_waymark("sources", "suggest", "PA", "--data", self.data, expect=1)
        self.assertIn("names a list that is not there", done.stderr)

    def test_a_place_nobody_knows_is_said(self):
        done = self.run_waymark("sources", "suggest", "Xqzzyplugh", "--data", self.data, expect=1)
        self.assertIn("We do not know that place.", done.stderr)


class Doctor(Folder):
    def test_it_lists_the_lines_nobody_has_called(self):
        found = self.run_json("doctor", "--data", self.data, "--json")
        self.assertIn("us-988", found["unchecked_helplines"])
        self.assertIsInstance(found["overdue_articles"], list)
        self.assertIn("articles to be read through again", self.run_waymark("doctor", "--data", self.data).stdout)
        pathlib.Path(self.data, "helplines.json").write_text('{"add": [], "off": ["us-988"]}')
        self.assertNotIn("us-988", self.run_json("doctor", "--data", self.data, "--json")["unchecked_helplines"])
        pathlib.Path(self.data, "helplines.json").write_text('{"off": []}')
        done = self.run_waymark("doctor", "--data", self.data, expect=1)
        self.assertIn("helplines.json, off: must be a list of texts", done.stderr)


@unittest.skipUnless(REAL.is_dir(), "the folder of real feeds is not beside the project")
class RealFeeds(Folder):
    def test_each_is_taken_whole_and_twice_changes_nothing(self):
        for format_, name, options in [
            ("meeting-guide", "tsml/aa-se-pennsylvania-2020.json", ["--fellowship", "aa"]),
            ("meeting-guide", "tsml/aa-sf-marin-2023.json", ["--fellowship", "aa"]),
            ("meeting-guide", "tsml/al-anon-2023.json", ["--fellowship", "al-anon"]),
            ("bmlt", "bmlt/nyc-all.json", []),
            ("naws", "bmlt/nyc-naws-region1.csv", []),
            ("tsml-csv", "tsml/tsml-import-template.csv", []),
        ]:
            command = ["import", "--data", self.data, "--format", format_, "--source", name, "--json", *options,
                       str(REAL / name)]
            first = self.run_json(*command)
            self.assertLessEqual(first["refused"], first["rows"] * 0.02, (name, first["refusals"][:3]))
            again = self.run_json(*command)
            self.assertEqual((again["added"], again["changed"], again["removed"]), (0, 0, 0), name)
            self.assertEqual(again["unchanged"], first["added"], name)

    def test_new_york_within_two_miles_is_what_its_own_server_answers(self):
        self.run_waymark("import", "--data", self.data, "--format", "bmlt", "--source", "nyc",
                         str(REAL / "bmlt/nyc-all.json"))
        asked = next(entry for entry in json.loads((REAL / "bmlt/golden-2.16.6/manifest.json").read_text())
                     if entry["name"] == "geo-mi-2")
        from urllib.parse import parse_qs, urlsplit
        query = parse_qs(urlsplit(asked["path"]).query)
        golden = json.loads((REAL / "bmlt/golden-2.16.6/geo-mi-2.json").read_text())
        answer = self.find("--near", f"{query['lat_val'][0]},{query['long_val'][0]}", "--radius", "2mi",
                           "--limit", "1000", "--sort", "nearest")
        mine = {m["source_id"] for m in answer["matches"]}
        theirs = {m["id_bigint"] for m in golden}
        # Their miles are 69.0 to a degree: rows within 0.5 % of the edge may differ.
        edge = {m["id_bigint"] for m in golden if float(m["distance_in_miles"]) > 1.99}
        self.assertLessEqual((mine ^ theirs) - edge, {m["source_id"] for m in answer["matches"]
                                                      if m["distance_km"] > 1.99 * 1.609344})


if __name__ == "__main__":
    unittest.main()
