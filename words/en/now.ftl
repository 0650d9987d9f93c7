### The start page: the button that starts a spasm, the running one, and what is asked after it.

now-heading = How is your back?
# The large button, and a small line in it.
now-start = A spasm started
    .help = one tap, details later
now-is-it-dangerous = Is it dangerous?
now-help-me = Help me ease it
now-add-earlier = Add one from before
now-stays-here = Everything stays on this device.
# Variables:
#   $when (String) - a day and a time
now-last-one = Last one: { $when }
# A card; its line has the numbers.
now-more-often = More often than last month
# Variables:
#   $now (Number) - how many in the last 30 days
#   $before (Number) - how many in the 30 days before
now-more-often-numbers = { $now } in the last 30 days, { $before } in the 30 days before. Do the danger check.
now-today = Today without a spasm?
now-today-yes = Yes, note it
now-today-noted = Noted: no spasm today.

## A spasm that runs.

# For a screen reader.
now-running = Running spasm
# Variables:
#   $when (String) - a day and a time
now-since = Spasm since { $when }
now-clock-changed = The clock of this device was changed since: how long it has lasted is not known.
# Variables:
#   $middle (String) - how long the person’s own last, in the middle
now-longer = Longer than yours usually last ({ $middle }).
# Variables:
#   $middle (String) - how long the person’s own last, in the middle
#   $count (Number) - how many there were
#   $low (String) - a quarter of them were shorter
#   $high (String) - a quarter of them were longer
now-longer-half = Longer than yours usually last ({ $middle }). Half of your { $count } took { $low } to { $high }.
now-check = Do the danger check
now-eased = It eased
now-how-bad = How bad now?
now-scale = 0 is no pain, 10 the worst you can imagine. Tap again whenever it changes.
# One number of the list in “now-readings”.
# Variables:
#   $severity (Number) - 0 to 10
#   $time (String) - a time
now-reading = { $severity } at { $time }
# Variables:
#   $readings (String) - numbers with their times
now-readings = { $readings }. Tap again whenever it changes.
now-undo-number = Undo
    .label = Undo the last number
now-more = More: what you tried, notes and times
now-notes-times-treatments = Notes, times and treatments
now-urgent-why = From your last check. See why, and whom to contact.
now-check-again = Do the danger check again
# Variables:
#   $from (Number) - the pain at the check
#   $to (Number) - the pain now
now-rose = It rose from { $from } to { $to }.
now-check-old = Your last check is more than a day old.
now-never-checked = It has lasted for more than a day.

## It eased.

# Variables:
#   $when (String) - a day and a time
now-eased-on = It eased on { $when }.
# Variables:
#   $length (String) - how long it lasted
now-eased-after = It eased after { $length }
# Variables:
#   $when (String) - a day and a time
#   $length (String) - how long it lasted
now-lasted = { $when }: it lasted { $length }
now-length-unknown = The clock of this device was changed meanwhile, so how long it lasted is not known. “Notes and times” sets it right.
now-how-bad-then = How bad was it?
now-how-bad-after = How bad is it now?
now-where = Where was it?
now-tried = What did you try?
# Variables:
#   $treatment (String) - its name
now-tried-stays = What you noted of “{ $treatment }” stays. To remove it, open its notes and times.
now-not-over = Not over yet
now-notes-times = Notes and times

## What is asked.

# Variables:
#   $when (String) - a day and a time
now-missing = About the one of { $when }
# Variables:
#   $missing (String) - a list of things
now-missing-what = Not noted yet: { $missing }.
now-missing-add = Add it
now-missing-never = Don’t ask again
now-over = Still going, or when did it ease?
    .why = It has run for long, and nothing was noted lately.
now-over-not = Still going
# Variables:
#   $length (String) - how long it lasted
#   $when (String) - a day and a time
now-over-after = Over after { $length }, { $when }
now-over-choose = Choose a time
now-which = More than one is running
# Variables:
#   $times (String) - days and times, joined by “now-and”
now-which-began = They began { $times }.
# Variables:
#   $first (String) - a day and a time, or several joined so
#   $next (String) - a day and a time
now-and = { $first } and { $next }
now-which-join = They are one: join them
now-which-older = The older one is over
now-joined = Joined into one.
now-two-again = They are two again.
# Variables:
#   $when (String) - a day and a time
now-older-ended = The older one ended on { $when }.
