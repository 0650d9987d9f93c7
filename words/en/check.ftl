### The pages of the check: what stands beside the questions.

# A button: it answers every list of the page that has no tick.
check-none-of-these = None of these
# The same button once something is ticked on the page.
check-none-of-the-others = None of the others
# Opens the reasons for the questions of the page.
check-why = Why?
# A link: leaves the check; the answers so far are kept.
check-stop = Stop
