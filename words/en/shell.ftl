### The page before, without and after the app: index.html. It is there before any program runs, so it has these texts in
### itself, and a test holds the two equal. The signs of an emergency in its list are those of the guide.

shell-title = Unknot: a private companion for back muscle spasms
shell-description = Time a back muscle spasm with one tap, check for danger signs, and keep your own diary. Free, works offline, and nothing leaves your device.
shell-name = { frame-unknot }
shell-heading = { now-heading }
shell-start = { now-start }
shell-no-scripts = The diary and the guide of Unknot need scripts, and this browser has them turned off. The list below does not.

## A tap before the app is up.

# Variables:
#   $time (String) - a time
shell-noted = Noted at { $time }. The rest is still loading.
# Variables:
#   $day (String) - a date
#   $time (String) - a time
shell-noted-on = Noted on { $day } at { $time }. The rest is still loading.
# Variables:
#   $time (String) - a time
shell-noted-broken = Noted at { $time }. It goes into your diary when Unknot works again.
# Variables:
#   $day (String) - a date
#   $time (String) - a time
shell-noted-on-broken = Noted on { $day } at { $time }. It goes into your diary when Unknot works again.
# Variables:
#   $time (String) - a time
shell-not-noted = This browser refused to store it: note the time yourself: { $time }

## The app does not run.

shell-broken = Unknot stopped working
shell-not-loaded = Unknot could not be loaded
shell-broken-what = Your diary is still on this device. Reload to go on.
shell-reload = Reload
shell-save-raw = Save my raw data
# Variables:
#   $count (Number) - how many
shell-raw-saved = { $count } records, in unknot-raw-data.json.
shell-raw-not-saved = This browser does not let Unknot read its storage.

## The emergency list.

shell-emergency = Get emergency help now if any of this is happening
shell-numbers = Call the emergency number: UK, Ireland, Hong Kong 999. EU, Iceland, India 112. US, Canada 911. Australia 000. New Zealand 111. Switzerland 144. Singapore 995. Japan 119. Trinidad and Tobago 811. Elsewhere: your own emergency number.
shell-cannot-rule-out = This list can’t rule anything out. If you are worried, get help whatever it says.

## A new version.

shell-update = A new version is ready.
shell-update-use = Use it now
shell-update-later = Later
