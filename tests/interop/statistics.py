"""The figures that the diary's statistics are held to, made anew by other people's code.

What `src/diary/trends` reckons is reckoned here from the same definitions, which are written out
again, with SciPy, statsmodels, lifelines and NumPy. Without an argument it compares with the committed
figures; with `--write` it replaces them.
"""

import json
import math
import random
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
from lifelines import KaplanMeierFitter
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

COMMITTED = Path(__file__).parent.parent / "native/diary/trends/reference.json"
draw = random.Random(20261124)


# The bare statistics.

def wilson(of, n):
    return [float(end) for end in proportion_confint(of, n, alpha=0.05, method="wilson")] if n >= 5 else None


def fisher(a, n, b, m):
    return float(stats.fisher_exact([[a, n - a], [b, m - b]])[1])


def spread(values, fewest):
    middle = None
    if len(values) >= fewest:
        low, median, high = (float(q) for q in np.percentile(values, [25, 50, 75]))
        interval = stats.quantile_test(values, q=0, p=0.5).confidence_interval(0.95)
        interval = None if math.isnan(interval.low) else [int(interval.low), int(interval.high)]
        middle = {"median": median, "quartiles": [low, high], "interval": interval}
    return {"n": len(values), "most": max(values, default=None), "middle": middle}


def median_time(watched):
    times, came = zip(*watched)
    fitted = KaplanMeierFitter().fit(times, came).survival_function_["KM_estimate"]
    below = [time for time, left in fitted.items() if left <= 0.5 + 1e-9]
    return int(below[0]) if below else None


def chances(twos):
    """Fisher's tests of those seen often enough, each with Holm's correction for all of them."""
    looked_at = [two for two in twos if min(two[1], two[3]) >= 5]
    corrected = iter(multipletests([fisher(*two) for two in looked_at], method="holm")[1] if looked_at else [])
    return [float(next(corrected)) if min(two[1], two[3]) >= 5 else None for two in twos]


def bare():
    shares = [(0, 5), (5, 5), (1, 5), (7, 9), (3, 8), (0, 400), (20_000, 20_000), (137, 365)]
    shares += [(draw.randint(0, n), n) for n in (6, 17, 60, 1_000)]
    twos = [(7, 9, 3, 8), (0, 5, 5, 5), (5, 5, 0, 5), (0, 5, 0, 5), (5, 5, 5, 5), (3, 6, 3, 6), (180, 200, 700, 5_000),
            (5_000, 10_000, 4_800, 10_000), (1, 1_000, 40, 1_000)]
    for _ in range(60):
        n, m = draw.randint(5, 80), draw.randint(5, 300)
        twos.append((draw.randint(0, n), n, draw.randint(0, m), m))
    coins = [(0, 1), (0, 6), (2, 9), (1, 9), (4, 9), (5, 10), (480, 1_000), (9_800, 20_000), (10_000, 20_000), (9_000, 20_000)]
    lists = [[5], [3, 1], [4, 4, 4], [1, 2, 3, 4, 5], [6, 1, 5, 2, 4, 3], [0] * 9]
    lists += [[draw.randint(-10, 7 * 3_600) for _ in range(n)] for n in (7, 8, 9, 25, 100, 1_999)]
    families = [[(0, 4, 3, 9)], twos[:3], twos[9:20], [(9, 10, 1, 10), (8, 10, 1, 10), (8, 10, 1, 10), (2, 4, 3, 10), (5, 10, 4, 10)]]
    watches = [[(60, True)], [(60, False)], [(60, True), (60, False)], [(60, True), (90, False)], [(10, True), (20, True), (30, False), (40, False)],
               [(10, False), (20, True), (30, True), (40, True)], [(5, True)] * 3 + [(5, False)] * 4 + [(9, True)]]
    for n in (6, 13, 50, 400):
        for chance in (0.2, 0.5, 0.9):
            watches.append([(60 * draw.randint(1, 60), draw.random() < chance) for _ in range(n)])
    return {
        "shares": [[of, n, *wilson(of, n)] for of, n in shares],
        "by_chance": [[*two, fisher(*two)] for two in twos],
        "at_most": [[k, n, float(stats.binom.cdf(k, n, 0.5))] for k, n in coins],
        "spreads": [{"values": values, "spread": spread(values, 1)} for values in lists],
        "families": [{"twos": twos, "chances": chances(twos)} for twos in families],
        "median_times": [{"watched": watched, "median": median_time(watched)} for watched in watches],
    }


# A whole diary: minutes since the start of 2026, all in UTC.

BEGIN = datetime(2026, 1, 1)
FIRST, LAST = date(2026, 3, 1), date(2026, 8, 31)
NOW = int((datetime(2026, 9, 10, 12) - BEGIN).total_seconds() / 60)
KINDS = ["rest", "heat", "ice", "medicine"]
TRIGGERS = ["sitting", "lifting", "cold", "my own"]


def when(minute):
    return BEGIN + timedelta(minutes=minute)


def make_diary():
    days = []
    for n in range(252):
        if draw.random() < 0.6:
            there = [trigger for trigger in TRIGGERS if draw.random() < 0.4]
            days.append({
                "date": str(date(2026, 1, 1) + timedelta(days=n)),
                "no_spasm": draw.random() < 0.3,
                "triggers": there,
                "absent": [trigger for trigger in TRIGGERS if trigger not in there and draw.random() < 0.8],
                "sleep": draw.choice([None, 0, 4, 7, 10]),
            })
    episodes = []
    for _ in range(220):
        start = draw.randrange(252 * 1_440)
        length = draw.choice([0, 12, 45, 90, 200, 700, 2_000])
        readings, level = [], draw.randint(1, 10)
        for _ in range(draw.randint(0, 5)):
            readings.append([start + draw.randint(0, max(length, 300)), level])
            level = max(0, min(10, level + draw.randint(-4, 1)))
        tried = []
        for _ in range(draw.choice([0, 0, 1, 1, 2, 3])):
            at = start + draw.randint(0, 120)
            tried.append([at, draw.choice(KINDS)])
            if draw.random() < 0.2:
                tried.append([at + draw.choice([0, 5, 6]), draw.choice(KINDS)])
        episodes.append({
            "start": start,
            "end": start + length if draw.random() < 0.97 else None,
            "readings": sorted(readings, key=lambda reading: reading[0]),
            "tried": tried,
            "triggers": [trigger for trigger in TRIGGERS if draw.random() < 0.2],
            "places": sorted(draw.sample(range(15), draw.choice([0, 1, 1, 2]))),
        })
    return {"now": NOW, "first": str(FIRST), "last": str(LAST), "episodes": episodes, "days": days}


def follow(readings, since, until):
    """The change, and the seconds to a fall by two (or to the last reading), after a time."""
    before = [level for at, level in readings if at <= since]
    later = [(at, level) for at, level in readings if since < at < until and at <= since + 240]
    if not before or before[-1] < 2 or not later:
        return None
    fell = [at for at, level in later if level <= before[-1] - 2]
    return later[-1][1] - before[-1], (60 * ((fell or [later[-1][0]])[0] - since), bool(fell))


def treated(episodes):
    results, times, together = defaultdict(list), defaultdict(int), defaultdict(int)
    for episode in episodes:
        readings, tried = episode["readings"], sorted(episode["tried"], key=lambda one: one[0])
        if not tried:
            times[""] += 1
            results[""] += [follow(readings, readings[0][0], math.inf)] if readings else []
        while tried:
            since = tried[0][0]
            kinds = {kind for at, kind in tried if at <= since + 5}
            tried = [one for one in tried if one[0] > since + 5]
            result = follow(readings, since, tried[0][0] if tried else math.inf)
            for kind in kinds:
                times[kind] += 1
                results[kind].append(result)
                together[kind] += bool(result) and len(kinds) > 1
    results = {kind: [one for one in results[kind] if one] for kind in times}
    counted = {kind: len(results[kind]) for kind in times}
    eased = {kind: sum(change <= -2 for change, _ in results[kind]) for kind in times}
    kinds = [""] + [kind for kind in KINDS if kind in times]
    corrected = chances([(eased[kind], counted[kind], eased[""], counted[""]) for kind in kinds[1:]])
    return [{
        "kind": kind,
        "times": times[kind],
        "counted": counted[kind],
        "eased": eased[kind],
        "together": together[kind],
        "share": wilson(eased[kind], counted[kind]),
        "change": spread([change for change, _ in results[kind]], 6),
        "time": median_time([watched for _, watched in results[kind]]),
        "chance": chance,
    } for kind, chance in zip(kinds, [None, *corrected])]


def figures(diary):
    range_of = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    inside = [one for one in diary["episodes"] if FIRST <= when(one["start"]).date() <= LAST]
    spasm = set()
    for one in diary["episodes"]:
        day = when(one["start"]).date()
        # One that ends at midnight sharp has nothing of the day that begins then.
        last = when(diary["now"]) if one["end"] is None else max(when(one["start"]), when(one["end"]) - timedelta(seconds=1))
        while day <= last.date():
            spasm.add(day)
            day += timedelta(days=1)
    noted = {date.fromisoformat(day["date"]): day for day in diary["days"]}
    started = {when(one["start"]).date() for one in inside}
    triggers = []
    for trigger in TRIGGERS:
        with_it = [day for day in range_of if day in noted and trigger in noted[day]["triggers"]]
        without = [day for day in range_of if day in noted and trigger in noted[day]["absent"]]
        two = (len(started.intersection(with_it)), len(with_it), len(started.intersection(without)), len(without))
        triggers.append({"id": trigger, "two": two, "shares": [wilson(*two[:2]), wilson(*two[2:])],
                         "named": sum(trigger in one["triggers"] for one in inside)})
    for trigger, chance in zip(triggers, chances([trigger["two"] for trigger in triggers])):
        trigger["chance"] = chance
    clock = [[0] * 8 for _ in range(7)]
    for one in inside:
        start = when(one["start"])
        clock[start.weekday()][start.hour // 3] += 1
    rated = [[level for _, level in one["readings"]] for one in inside]
    return {
        "episodes": len(inside),
        "known_days": sum(day in spasm or day in noted for day in range_of),
        "spasm_days": sum(day in spasm for day in range_of),
        "free_days": sum(day in noted and noted[day]["no_spasm"] and day not in spasm for day in range_of),
        "running": sum(one["end"] is None for one in inside),
        "so_far": 60 * max([diary["now"] - one["start"] for one in inside if one["end"] is None], default=0),
        "lasted": spread([60 * (one["end"] - one["start"]) for one in inside if one["end"] is not None], 5),
        "peaks": spread([max(levels) for levels in rated if levels], 6),
        "changes": spread([levels[-1] - levels[0] for levels in rated if len(levels) > 1], 6),
        "places": [sum(place in one["places"] for one in inside) for place in range(15)],
        "clock": clock,
        "helps": treated(inside),
        "sets_off": triggers,
    }


def same(left, right):
    if isinstance(left, float) or isinstance(right, float):
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        return numbers and math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and left == right


diary = make_diary()
made = {**bare(), "diary": diary, "figures": figures(diary)}
if "--write" in sys.argv:
    COMMITTED.write_text(json.dumps(made, separators=(",", ":")).replace('],"', '],\n"').replace('},{"', '},\n{"') + "\n")
    sys.exit()
committed = json.loads(COMMITTED.read_text())
bad = 0
for part in sorted(made.keys() | committed.keys()):
    fine = same(json.loads(json.dumps(made.get(part))), committed.get(part))
    print(f"{'ok    ' if fine else 'FAILED'}  {part}")
    bad += not fine
print(f"{len(made) - bad} passed, {bad} failed")
sys.exit(bool(bad))
