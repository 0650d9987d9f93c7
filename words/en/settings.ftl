### The settings, without the backup (backup.ftl) and the restore (restore.ftl).

settings-where = Where you are
settings-what = What Unknot is
settings-no-account = No account, no server: what you write stays in this browser, and leaves it only when you save or send it yourself.
settings-article = The article that it walks through, and what is known
settings-rules = How the guide decides
# Variables:
#   $version (String) - of the program
#   $guide (Number) - of the guide
settings-version = Version { $version }, guide version { $guide }

## About you.

settings-about-you = About you
    .why = The guide remembers this, and asks at each check whether it is still right.
settings-not-said = Not said yet
settings-change = Change
# Variables:
#   $question (String) - the question
settings-change-of = Change: { $question }

## Colours.

settings-colours = Colours
settings-colours-system = As the phone has it
settings-colours-light = Light
settings-colours-dark = Dark

## Erase.

settings-erase = Erase
settings-erase-all = Erase everything
settings-erase-sure = This erases all episodes, checks and settings in this browser. It can’t be undone. Backup files that you saved stay yours.
settings-erase-yes = Yes, erase everything
