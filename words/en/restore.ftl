### A backup that is restored, or a table of another app that is taken over: what is in it, and what that would change.

restore-heading = Restore
restore-choose = Choose a backup file. Nothing is changed until you have seen what is in it.
restore-choose-table = Or another app’s table (CSV): Migraine Buddy’s, or any with one row for each spasm.
# Variables:
#   $done (Number) - how many records were looked at
#   $all (Number) - how many there are
restore-progress = { $done } of { $all } records. If it stops, reload the page: it is all of them or none.
    .label = Records looked at
restore-do = Restore
restore-leave = Leave it
# Variables:
#   $when (String) - a day and a time
restore-last = Last restore: { $when }. What was changed since then stays when you take it back.
restore-take-back = Take the last restore back

## What it would do. Each line begins with a number of records.

# Variables:
#   $count (Number) - how many
restore-count-new = { $count } new
# Variables:
#   $count (Number) - how many
restore-count-merged = { $count } here already: what only the file has is added
# Variables:
#   $count (Number) - how many
restore-count-same = { $count } the same, or nothing new in the file
# Variables:
#   $count (Number) - how many
restore-count-drafts = { $count } half-typed forms: kept beside yours, unless they stand here already
# Variables:
#   $count (Number) - how many
restore-count-unreadable = { $count } of the new ones can’t be read by this version of Unknot: kept as they stand
# Variables:
#   $count (Number) - how many
restore-count-blocked = { $count } left out: what stands here under the same name can’t be read, and is never overwritten
# Variables:
#   $count (Number) - how many
restore-count-unusable = { $count } left out: in the file it can’t be read, and the one here stays as it is
restore-count-none = There is no record in it.
restore-is-ahead = Some of it was said more than a day after now, by the clock of the other device. One of the two clocks is wrong: where both sides said something, the later one counts.
restore-added = What is new
restore-changes = What changes in those
# Variables:
#   $record (String) - the name of a record
#   $field (String) - the name of a field in it
#   $was (String) - its value
#   $becomes (String) - its value after the restore
restore-change = { $record }. { $field }: { $was } becomes { $becomes }
# At the end of a list that is cut.
restore-and-more = And more.

## Deleted on one side.

restore-deletions = Deleted on one side, still there on the other
# Variables:
#   $records (String) - the names of records
restore-will-be-here = Will be here: { $records }.
# Variables:
#   $records (String) - the names of records
restore-will-be-deleted = Will be deleted: { $records }.
restore-later-counts = What was done last counts
restore-keep-all = Keep all of them
restore-delete-all = Delete all of them

## The names of records.

# Variables:
#   $when (String) - a day and a time
restore-name-spasm = Spasm of { $when }
# Variables:
#   $when (String) - a day and a time
restore-name-check = Check of { $when }
restore-name-profile = About you
restore-name-programme = Home programme
restore-name-settings = Settings
restore-name-deleted = A spasm deleted for good

## A file that can’t be used.

# Variables:
#   $fault (String) - one of the sentences below
restore-wrong = { $fault } Nothing was changed.
# Variables:
#   $bytes (Number) - of the file, in millions
#   $most (Number) - the most that are read, in millions
restore-too-long = This file has { $bytes } million bytes. It may have at most { $most }. Choose another file.
restore-not-read = The browser could not read this file. Choose it again.
restore-no-table = This file holds no table with headings and rows. Choose another file.
# Variables:
#   $line (Number) - in the file
restore-open-quote = This table is damaged: a quotation mark in line { $line } is never closed.
restore-empty = This file is empty. Choose another file.
restore-half = This file ends too early: a part is missing. Copy or download it again.
# Variables:
#   $line (Number) - in the file
#   $column (Number) - in the line
restore-not-json = This is not a backup of Unknot, or it is damaged at line { $line }, place { $column }. Choose another file.
restore-not-ours = This is not a backup of Unknot. Choose another file.
restore-newer = A newer version of Unknot made this file. Reload to get the newest version, then restore.
# Variables:
#   $said (Number) - how many records the file says it holds
#   $found (Number) - how many it holds
restore-other-count = This file should hold { $said } records and holds { $found }. It was changed or damaged: choose another.
restore-changed = This file is not as it was written: something in it was changed or damaged. Choose another copy.
# Variables:
#   $key (String) - the name of the record in the file
restore-bad-record = One record in this file can’t be read ({ $key }). Choose another file.
# Variables:
#   $key (String) - the name of the records in the file
restore-record-twice = This file holds two records of one name ({ $key }). Choose another file.
