### An emergency that a check showed: a card above every page, until the person says what became of it.

# Followed by a link, “alarm-why”.
# Variables:
#   $when (String) - a day and a time
alarm-from = From your check of { $when }.
alarm-why = Why, and whom to call

# Variables:
#   $when (String) - a day and a time
alarm-got-help = You said that you got help ({ $when }).
# Variables:
#   $when (String) - a day and a time
alarm-mistake = You said that the answer was a mistake ({ $when }).

## Two buttons, and what is told after a tap.

alarm-say-help = I have got help
alarm-say-mistake = It was a mistake
alarm-noted-help = Noted: you got help.
alarm-noted-mistake = Noted: a mistake.
