"""The calendar file as other people's programs read it: icalendar parses it, recurring-ical-events says on
which days and at what time each reminder comes, over a year with two changes of the clocks. What is
expected is counted out here, day by day."""

import pathlib
import subprocess
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

OUT = pathlib.Path("target/interop/reminders")
NOW = "2026-10-20T08:00:00+02:00"  # a Tuesday
FIRST, LAST = date(2026, 10, 20), date(2027, 10, 19)
QUESTIONS = time(2, 30)  # a time that a Sunday in spring does not have, and one in autumn has twice
PROGRAMME = time(23, 59)
# Monday, Wednesday and Friday; a whole check of the day before that says "again in seven days".
RECORDS = """{
    'unknot/programme/me': '[1,13726696,1,["pelvic-tilt","walk"],21,1439]',
    'unknot/checkup/c': JSON.stringify({ v: 1, rev: 1, started: '2026-10-19T09:00:00+02:00', finished: '2026-10-19T09:02:00+02:00', answers: { danger: ['none'] }, guide: 5, urgency: 'routine', rules: [] }),
}"""
passed = failed = 0


def check(what, holds):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {what}")


def made():
    """The file that the app's own code makes of a backup."""
    OUT.mkdir(parents=True, exist_ok=True)
    script = f"import {{ backupOf }} from './tests/browser/maximal.js'; console.log(backupOf({RECORDS}));"
    backup = subprocess.run(["node", "--input-type=module", "-e", script], check=True, capture_output=True, text=True).stdout
    (OUT / "backup.json").write_text(backup.strip(), encoding="utf-8")
    minute = str(QUESTIONS.hour * 60 + QUESTIONS.minute)
    example = ["cargo", "run", "--quiet", "--example", "reminders", "--", str(OUT / "backup.json"), NOW, minute]
    file = subprocess.run(example, check=True, capture_output=True).stdout
    (OUT / "reminders.ics").write_bytes(file)
    return file


def days(weekdays):
    every = (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    return [day for day in every if day.weekday() in weekdays]


def expected():
    """When each comes, on the person's clock, by its name."""
    all = {
        "programme": [datetime.combine(day, PROGRAMME) for day in days({0, 2, 4})],
        "peg": [datetime.combine(day, QUESTIONS) for day in days({6})],
        "check": [datetime(2026, 10, 26, 2, 30)],
    }
    for hour in range(9, 18):
        all[f"position-{hour}"] = [datetime.combine(day, time(hour)) for day in days({0, 1, 2, 3, 4})]
    return all


def parsed(file):
    calendar = Calendar.from_ical(file)
    check("nothing that could not be read", not calendar.errors)
    check("version 2.0", calendar["VERSION"] == "2.0")
    events = calendar.walk("VEVENT")
    names = {}
    for event in events:
        check("an event without a fault", not event.errors)
        name, _, rest = str(event["UID"]).rpartition("-")
        names[name] = event
        check(f"{name}: its own name", rest == "example@unknot.invalid")
        check(f"{name}: a number", event["SEQUENCE"] == 0)
        check(f"{name}: stamped in UTC", event["DTSTAMP"].dt == datetime(2026, 10, 20, 6, 0, tzinfo=timezone.utc))
        check(f"{name}: a wall time, of no zone", event["DTSTART"].dt.tzinfo is None)
        alarms = event.walk("VALARM")
        check(f"{name}: it rings then", len(alarms) == 1 and alarms[0]["TRIGGER"].dt == timedelta(0))
        check(f"{name}: it says what it is", str(event["SUMMARY"]) == str(alarms[0]["DESCRIPTION"]) != "")
    check("each once", len(names) == len(events))
    return calendar


def expanded(calendar):
    found = {}
    for event in recurring_ical_events.of(calendar).between(FIRST, LAST + timedelta(days=1)):
        name = str(event["UID"]).rpartition("-")[0]
        found.setdefault(name, []).append(event["DTSTART"].dt)
    return {name: sorted(times) for name, times in found.items()}


def seen_by(times, zone):
    """The times of day in UTC at which they come for someone who lives there."""
    instants = [time.replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc) for time in times]
    return {instant.strftime("%H:%M") for instant in instants}


file = made()
found = expanded(parsed(file))
for name, times in expected().items():
    check(f"{name}: {len(times)} times, each at its wall time", found.get(name) == times)
check("nothing else", sorted(found) == sorted(expected()))
# The same wall time is another instant once the clocks have changed, and only then.
breaks = found["position-9"]
check("nine o'clock in Berlin", seen_by(breaks, "Europe/Berlin") == {"07:00", "08:00"})
check("nine o'clock in New York", seen_by(breaks, "America/New_York") == {"13:00", "14:00"})
check("nine o'clock on Lord Howe, half an hour apart", seen_by(breaks, "Australia/Lord_Howe") == {"22:00", "22:30"})
check("nine o'clock in Kolkata, all year", seen_by(breaks, "Asia/Kolkata") == {"03:30"})
last, first = breaks[breaks.index(datetime(2026, 10, 23, 9))], breaks[breaks.index(datetime(2026, 10, 26, 9))]
berlin = ZoneInfo("Europe/Berlin")
apart = first.replace(tzinfo=berlin).astimezone(timezone.utc) - last.replace(tzinfo=berlin).astimezone(timezone.utc)
check("Friday to Monday over the change: three days and an hour", apart == timedelta(days=3, hours=1))
print(f"{passed} passed, {failed} failed")
