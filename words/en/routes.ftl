### The names of the pages: in the bar at the bottom, in the title of the window, and as headings.

routes-now = Now
routes-guide = Guide
routes-checkup = What your answers say
routes-sheet = For a clinician
routes-diary = Diary
routes-add-episode = Add an episode
routes-episode = Episode
routes-day = Day
routes-trends = Trends
routes-report = Diary for a clinician
routes-relief = What may help
routes-learn = The article
routes-rules = How this guide decides
routes-about-you = About you
routes-settings = Settings
routes-unknown = Not found

## The pages of relief.

routes-session = Guided relief
routes-heat = Heat timer
routes-ice = Ice timer
routes-movements = Movements
routes-programme = Home programme
routes-medicine = Medicine
routes-rest = Rest and sleep
routes-therapy = Physical therapy
routes-prevention = Against the next one
routes-reminders = Reminders
