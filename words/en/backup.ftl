### The backup: its part of the settings, and the card that reminds of it.

backup-heading = Backup
backup-why = Everything is kept in this browser alone. A backup file survives a lost phone or cleared browser data.
backup-save = Save a backup
backup-send = Send a backup
# Variables:
#   $name (String) - the name of the file
backup-made = Backup made: { $name }. Keep it where you find it again.
# Variables:
#   $name (String) - the name of the file
backup-made-in-part = Backup made: { $name }. Keep it where you find it again. This browser’s second store did not answer: what only that one has is not in the file.
backup-not-made = The browser did not make the file. Nothing was changed. Try again, or another browser.
backup-sent = Backup sent. “Restore” takes that file as it is.
backup-not-sent = No backup was sent. Nothing was changed.
# Variables:
#   $due (String) - why it is time for one: a sentence
backup-due = { $due } A backup file survives a lost phone or cleared browser data.
backup-not-now = Not now

## How much is stored, and whether the browser keeps it.

# Variables:
#   $characters (Number) - how many, below 1000
backup-stored-little = Stored here: { $characters } characters of about 5,200 thousand characters.
# Variables:
#   $thousands (Number) - how many thousand characters
backup-stored = Stored here: { $thousands } thousand characters of about 5,200 thousand characters.
backup-seven-days = Safari deletes what a page keeps after seven days without a visit, unless it is on the home screen.
    .help = Save a backup first: the app on the home screen may begin empty. On an iPhone or iPad: Share, then “Add to Home Screen”. On a Mac: File, then “Add to Dock”. Open Unknot there, and restore the backup.
backup-is-kept = The browser keeps it even when the device runs short of room.
backup-may-be-cleared = The browser may clear it when the device runs short of room, or when you have not been here for long.
backup-keep-refused = The browser said no for now. It may clear it when the device runs short of room. It says yes more often to what is on the home screen.
backup-ask-to-keep = Ask the browser to keep it
