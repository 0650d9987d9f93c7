"""What the report hands on, read by programs that are not ours: the archive by Python's zipfile, its
tables by Python's csv and by LibreOffice, the FHIR Bundles by the models of fhir.resources (R4B)."""

import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import zipfile

from fhir.resources.R4B.bundle import Bundle

OUT = pathlib.Path("target/interop/report")
NOW = "2026-11-24T12:00:00+00:00"
EPISODES = 150
passed = failed = 0


def check(what, holds):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {what}")


def made():
    """The files of the maximal diary; and what it holds, by the script that makes it."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    script = f"""
        import {{ backupOf, maximal }} from './tests/browser/maximal.js';
        import {{ readEpisode }} from './tests/browser/records.js';
        const all = maximal('{NOW}');
        const episodes = Object.entries(all).filter(([key]) => key.startsWith('unknot/episode/'));
        console.log(JSON.stringify({{ backup: backupOf(all), episodes: Object.fromEntries(episodes.map(([key, text]) => [key.slice(15), readEpisode(text)])) }}));
    """
    told = subprocess.run(["node", "--input-type=module", "-e", script], check=True, capture_output=True, text=True).stdout
    told = json.loads(told)
    (OUT / "backup.json").write_text(told["backup"], encoding="utf-8")
    example = ["cargo", "run", "--quiet", "--example", "report", "--", str(OUT / "backup.json"), NOW, "all", str(OUT)]
    subprocess.run(example, check=True)
    return told["episodes"]


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def guarded(text):
    """As it stands in a cell: with an apostrophe before what a spreadsheet could take for a formula."""
    return "'" + text if re.match(r"\s*[=+\-@＝＋－＠]|[\t\r]", text) else text


def tables(episodes):
    archive = zipfile.ZipFile(OUT / "tables.zip")
    check("the archive is whole", archive.testzip() is None)
    names = ["episodes.csv", "readings.csv", "treatments.csv", "days.csv", "dictionary.csv"]
    check("its files", archive.namelist() == names)
    archive.extractall(OUT)
    texts = {}
    for name in names:
        raw = archive.read(name)
        check(f"{name}: a byte order mark", raw.startswith(b"\xef\xbb\xbf"))
        check(f"{name}: lines end as RFC 4180 says", raw.endswith(b"\r\n"))
        texts[name] = raw.decode("utf-8-sig")
        widths = {len(row) for row in csv.reader(io.StringIO(texts[name], newline=""), strict=True)}
        check(f"{name}: all rows are equally wide", len(widths) == 1)
    told = rows(texts["episodes.csv"])
    check("each episode once", sorted(row["episode"] for row in told) == sorted(episodes))
    for row in told:
        episode = episodes[row["episode"]]
        check("start", row["start"] == episode["start"])
        check("end", row["end"] == episode.get("end", ""))
        check("notes", row["notes"] == guarded(episode["notes"]))
        check("worst", int(row["worst"]) == max(pain for _, pain in episode["nrs"]))
    readings = [(row["episode"], row["at"], int(row["pain"])) for row in rows(texts["readings.csv"])]
    check("readings", sorted(readings) == sorted((id, at, pain) for id, one in episodes.items() for at, pain in one["nrs"]))
    treatments = [(r["episode"], r["at"], r["kind"], int(r["relief"]), r["detail"]) for r in rows(texts["treatments.csv"])]
    tried = [(id, t["at"], t["kind"], t["relief"], t.get("what", "")) for id, one in episodes.items() for t in one["tried"]]
    check("treatments", sorted(treatments) == sorted(tried))
    check("days", len(rows(texts["days.csv"])) == 30)
    return texts


def libre_office(texts):
    """Opened and saved again by LibreOffice: comma, quote, UTF-8, as shown."""
    shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    folder = OUT / "libreoffice"
    names = ["episodes.csv", "readings.csv", "treatments.csv", "days.csv"]
    profile = f"-env:UserInstallation=file://{folder.absolute()}/profile"
    command = ["soffice", profile, "--headless", "--infilter=Text - txt - csv (StarCalc):44,34,76,1", "--convert-to", shown, "--outdir", str(folder)]
    subprocess.run(command + [str(OUT / name) for name in names], check=True, capture_output=True)
    for name in names:
        saved = sorted(folder.glob(f"{name[:-4]}*.csv"))
        check(f"{name}: LibreOffice opened it", len(saved) == 1)
        if not saved:
            continue
        before = list(csv.reader(io.StringIO(texts[name], newline="")))
        after = list(csv.reader(io.StringIO(saved[0].read_text(encoding="utf-8-sig"), newline="")))
        same = [[cell.replace("\r\n", "\n") for cell in row] for row in before] == after
        check(f"{name}: LibreOffice has every cell as it was", same)
        if not same:
            different = [(a, b) for x, y in zip(before, after) for a, b in zip(x, y) if a != b]
            print(len(before), len(after), different[:5])


def fhir():
    for name, kind in [("collection", "collection"), ("transaction", "transaction")]:
        text = (OUT / f"{name}.json").read_text(encoding="utf-8")
        try:
            bundle = Bundle.model_validate_json(text)
            check(f"{name}: its type", bundle.type == kind)
        except ValueError as why:
            print(str(why)[:2000])
            check(f"{name}: valid", False)
            continue
        resources = [entry.resource for entry in bundle.entry]
        kinds = [one.get_resource_type() for one in resources]
        check("one patient", kinds.count("Patient") == 1)
        check("an observation for the summary, each reading, episode, day and check", kinds.count("Observation") == 1 + 2 * EPISODES + EPISODES + 30 + 4)
        names = {entry.fullUrl for entry in bundle.entry}
        check("each has a name of its own", len(names) == len(bundle.entry))
        check("every reference leads to one", set(re.findall(r'"reference":"([^"]*)"', text)) <= names)
        condition = next(one for one in resources if one.get_resource_type() == "Condition")
        check("no diagnosis is coded", condition.code.coding is None and "reported" in condition.code.text.lower())
    # That the validator would notice.
    for broken in ['"resourceType":"Observation"', '"status":"final",']:
        text = (OUT / "collection.json").read_text(encoding="utf-8").replace(broken, "", 1)
        try:
            Bundle.model_validate_json(text)
            check(f"{broken} is missed", False)
        except ValueError:
            check("a Bundle without it is not valid", True)


episodes = made()
libre_office(tables(episodes))
fhir()
print(f"{passed} passed, {failed} failed")
