"""Our calendars read by another program (Debian's python3-icalendar, dates by
python3-dateutil): every occurrence it works out is one that the server itself
names, across both changes of clocks and past midnight.

Needs WAYMARK, the program to be tested; run by Debian's own python3.
"""
import datetime
import json
import os
import subprocess
import tempfile
import unittest
import urllib.request
import zoneinfo

import dateutil.rrule
import icalendar

WAYMARK = os.environ["WAYMARK"]
YORK = zoneinfo.ZoneInfo("America/New_York")


def meeting(slug, day, time, **more):
    return {"slug": slug, "name": f"Hall; {slug}, \\o", "day": day, "time": time, "timezone": "America/New_York",
            "types": ["O"], "latitude": 39.9526, "longitude": -75.1652, "location": "Community Hall",
            "formatted_address": "1 Fictional Street, Philadelphia, PA 19107, USA", **more}


FEED = [meeting("weekly", 1, "19:30"), meeting("two-days", [2, 4], "12:00", end_time="13:15"),
        meeting("late", 6, "23:30", end_time="01:00"),
        {**meeting("london", 3, "18:00"), "timezone": "Europe/London"}]


class Calendars(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([WAYMARK, "import", "--data", cls.folder.name, "--format", "meeting-guide", "--source", "town",
                        "--fellowship", "na", "-"], input=json.dumps(FEED).encode(), check=True, capture_output=True)
        cls.server = subprocess.Popen([WAYMARK, "serve", "--data", cls.folder.name, "--listen", "localhost:0"],
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = cls.server.stdout.readline()
        cls.origin = line[line.index("http://"):].split()[0].rstrip("/")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.log = cls.server.communicate()[1]
        cls.folder.cleanup()

    def fetch(self, path):
        with urllib.request.urlopen(self.origin + path) as answer:
            self.assertTrue(answer.headers["Content-Type"].startswith("text/calendar"))
            return icalendar.Calendar.from_ical(answer.read())

    def api(self, path):
        with urllib.request.urlopen(self.origin + path) as answer:
            return json.load(answer)

    def events(self, calendar):
        return {str(event["URL"]).rsplit("/", 1)[1]: event for event in calendar.walk("VEVENT")}

    def test_a_search_is_a_calendar_of_all_it_finds(self):
        calendar = self.fetch("/feeds/meetings.ics?near=39.95,-75.17&radius=5mi")
        self.assertEqual(len(calendar.walk("VEVENT")), len(FEED))
        zones = {str(zone["TZID"]): zone for zone in calendar.walk("VTIMEZONE")}
        self.assertEqual(set(zones), {"America/New_York", "Europe/London"})
        for zone in zones.values():
            self.assertTrue(zone.walk("STANDARD") and zone.walk("DAYLIGHT"))

    def test_each_occurrence_is_one_the_server_names(self):
        listed = self.api("/api/v1/meetings?near=39.95,-75.17&radius=5mi")["matches"]
        events = self.events(self.fetch("/feeds/meetings.ics?near=39.95,-75.17&radius=5mi"))
        self.assertEqual(set(events), {str(row["id"]) for row in listed})
        for row in listed:
            event = events[str(row["id"])]
            starts = event["DTSTART"].dt
            named = datetime.datetime.fromisoformat(row["starts_at"].replace("Z", "+00:00"))
            self.assertEqual(starts.astimezone(datetime.timezone.utc), named.astimezone(datetime.timezone.utc))
            # A year of it, by another program's reading of the rule: always the same clock time.
            wall = starts.replace(tzinfo=None)
            rule = dateutil.rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=wall)
            year = rule.between(wall, wall + datetime.timedelta(days=365), inc=True)
            self.assertGreaterEqual(len(year), 52)
            self.assertEqual({(at.hour, at.minute) for at in year}, {(wall.hour, wall.minute)})
            zone = zoneinfo.ZoneInfo(str(event["DTSTART"].params["TZID"]))
            self.assertEqual(len({at.replace(tzinfo=zone).utcoffset() for at in year}), 2, "both sides of the change")

    def test_an_end_past_midnight_is_on_the_next_day(self):
        late = next(e for e in self.fetch("/feeds/meetings.ics?near=39.95,-75.17&text=late").walk("VEVENT"))
        self.assertEqual(late["DTEND"].dt - late["DTSTART"].dt, datetime.timedelta(minutes=90))
        self.assertEqual(late["DTEND"].dt.hour, 1)

    def test_names_come_back_as_they_were_and_a_neutral_one_has_none(self):
        row = self.api("/api/v1/meetings?near=39.95,-75.17&text=weekly")["matches"][0]
        named = self.fetch(f"/meetings/{row['id']}.ics").walk("VEVENT")[0]
        self.assertEqual(str(named["SUMMARY"]), row["name"])
        self.assertIn("Community Hall", str(named["LOCATION"]))
        neutral = self.fetch(f"/meetings/{row['id']}.ics?title=neutral")
        self.assertEqual(str(neutral.walk("VEVENT")[0]["SUMMARY"]), "Appointment")
        self.assertNotIn(b"Hall", neutral.to_ical())
        self.assertNotIn(b"meeting", neutral.to_ical())

    def test_what_is_not_there_is_said(self):
        for path, status in (("/meetings/99999999.ics", 404), ("/meetings/x.ics", 404),
                             ("/feeds/meetings.ics?near=xyzzy-nowhere", 400),
                             ("/feeds/meetings.ics?radius=wide&near=19107", 400)):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(self.origin + path)
            self.assertEqual(refused.exception.code, status, path)


if __name__ == "__main__":
    unittest.main()
