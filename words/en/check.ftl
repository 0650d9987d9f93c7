### The pages of the check: what stands beside the questions.

# A button: it answers every list of the page that has no tick.
check-none-of-these = None of these
# The same button once something is ticked on the page.
check-none-of-the-others = None of the others
# Opens the reasons for the questions of the page.
check-why = Why?
# A link: leaves the check; the answers so far are kept.
check-stop = Stop
# Said beside the buttons of a page that is not answered.
check-choose = Choose an answer first.
check-next = Next
check-back = ‹ Back
# A bar: how far the check is.
check-progress = Questions answered
# Variables:
#   $unit (String) - the unit of a number: "years"
check-in-unit = In { $unit }
# Variables:
#   $min (Number) - the smallest number
#   $max (Number) - the largest number
check-whole-number = A whole number from { $min } to { $max }.
