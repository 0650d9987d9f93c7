### What is told when something was done, was refused, or happened by itself.

notices-undo = Undo
notices-undone = Undone.
notices-not-undone = Not undone: it was changed again since.

## Refused.

notices-blocked = Not saved: this browser does not let Unknot keep anything. Allow site data for this page, or open it in a normal (not private) window.
notices-full = Not saved: the browser's store is full. Nothing was lost. Save a backup in Settings, then delete some old episodes for good (Diary, Deleted) and try again.
notices-lost = Not saved: the connection to the browser's store was lost. Unknot opens it again by itself. Try again in a moment.
notices-failed = Not saved: the browser's store did not do it. Nothing was lost. Try again in a moment.
notices-unreadable = Not saved: what is stored for this cannot be read by this version, so it is left as it is. Reload to get the newest version. The Diary saves it as a file.
notices-gone = Not saved: this was erased in another tab.
notices-running = A spasm is running already. Nothing was added.
# Variables:
#   $when (String) - a day and a time
notices-running-since = A spasm is running already, since { $when }. Nothing was added.
notices-dropped = Not saved: everything was erased in another tab before your last change was saved.
# The button of “notices-dropped”.
notices-keep-dropped = Keep my change

## It happened by itself.

# Variables:
#   $records (Number) - how many
notices-found-again = { $records ->
    [one] Found again: what was noted last. The browser had been stopped, or had lost it.
   *[other] Found again: { $records } records. The browser had been stopped, or had lost it.
  }
notices-filled-again = The second copy of your diary was lost. It is made again; nothing is missing.
notices-cleared = This browser has cleared everything that Unknot had kept here. You did not do that. If you have a backup file, Settings brings it back: Restore.

## It was done.

notices-erased = Everything is erased.
notices-not-erased = Not everything could be erased: this browser refuses to. Delete the data of this page in the browser's own settings.
notices-not-erased-yet = Not everything is erased yet: this browser's second store does not answer. Keep this page open, or open it again later: Unknot goes on by itself. Or delete the data of this page in the browser's own settings.
# Variables:
#   $records (Number) - how many
notices-restored = Restored. Records written: { $records }.
# Variables:
#   $records (Number) - how many
notices-taken-back = Taken back. Records as they were before: { $records }.
notices-deleted = Episode deleted.
notices-deleted-for-good = Deleted for good.
notices-brought-back = The episode is back.
notices-earlier-value = The earlier value is back.
