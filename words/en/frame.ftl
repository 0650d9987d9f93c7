### Around every page: the bars, the lines about the store, the notice, and what goes on elsewhere in the app.

# Variables:
#   $page (String) - the name of the page
frame-title = { $page } · Unknot
frame-unknot = Unknot
# The bar at the bottom, for a screen reader.
frame-main = Main
# In the bar at the top, after the day.
frame-saved = ✓ saved
frame-saving = saving…

## About the store.

frame-looking = Looking for your diary…
frame-fast-full = Kept, but this browser’s first store is full or closed: what you note is in the second one alone. Save a backup in Settings.
# Variables:
#   $percent (Number) - how full it is
frame-filling = This browser’s store is { $percent } % full. Save a backup in Settings, then delete some old episodes for good.
frame-connection-lost = Connection lost: the browser closed its second store for Unknot. It is opened again by itself. What was noted in the last minute can be lost if the browser is stopped by force.
frame-durable-full = This browser’s second store for Unknot is full. What was noted in the last minute can be lost if the browser is stopped by force. Save a backup in Settings.
frame-no-durable = This browser’s second store for Unknot does not answer. What was noted in the last minute can be lost if the browser is stopped by force.
# Variables:
#   $records (Number) - how many
frame-newer = Records of a newer version of Unknot, kept as they are: { $records }. Reload to get it; Diary saves them as a file.
# After a refusal of the store.
frame-blocked = The danger check and the article work all the same.

## The notice.

frame-close = Close
# Variables:
#   $when (String) - a day and a time
frame-early-tap = You tapped start at { $when } while a spasm was running already. Was it the same one?
frame-early-same = The same
frame-early-new = A new one began then

## What goes on elsewhere.

# Variables:
#   $timer (String) - the name of the timer’s page
#   $left (String) - minutes and seconds
frame-timer-left = { $timer }: { $left } left
# Variables:
#   $timer (String) - the name of the timer’s page
frame-timer-over = { $timer }: did it help?
frame-session-left = Go on with guided relief
frame-programme-due = Your home programme is due
frame-check-due = It is time to check again for danger
frame-put-away = Put away
