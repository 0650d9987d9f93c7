### Controls that several pages use.

# Variables:
#   $treatment (String) - its name
controls-relief = { $treatment }: how much did it help? 0 not at all, 10 gone
# A key before 0 to 10.
controls-worse = Worse
controls-done = Done
# The answer to a question whether to delete or erase.
controls-keep = No, keep it
