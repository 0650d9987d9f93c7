### Cards to read: the next hour, and what is known of ordinary back pain, scans, work, driving, sport, the neck, children,
### the time after a birth, mood and pain relievers. Each line has its source in `src/guide/content/cards.rs`. No doses.

cards-title = Good to know
cards-check-first = First do the danger check. These cards are for back pain without its signs.
cards-help-first = Your last check says to get help first. The cards come after that.
cards-safety-net = Do the danger check again if you get: numbness between the legs, new trouble with pee or poo, weak legs, fever, chest pain, or a fall.

## The next hour

cards-next-hour = The next hour
cards-check-first-if = Check first if you fell or were hit, or have chest pain, fever, weak legs, numbness between the legs, or new trouble with pee or poo.
cards-now = Now
cards-stop = Stop, and let the weight go.
cards-easiest-position = Lie on your back with your calves on a chair, or on your side with a pillow between the knees.
cards-slow-breaths = Breathe slowly: 5 seconds in, 5 seconds out.
cards-warmth = Warmth on the sore place, for 15 minutes.
cards-when-it-lets-go = When it lets go
cards-rock-stand-walk = Rock the knees, stand up, walk a few steps. Change position often.
cards-off-the-floor = Off the floor
cards-roll-and-push = Roll to your side and push up on your hands, onto hands and knees.
cards-chair = Crawl to a chair. Hands on the seat, one foot flat, and rise.
cards-still-stuck = Still stuck after this? Call the urgent line.
cards-stay-and-call = Stay where you are, and call
cards-stay-because = You said that you fell or were hit. Keep still, call, and let help come to you.
cards-out-of-bed = Out of bed
cards-roll-legs-push = Roll onto your side, let the legs go over the edge, and push up with your arms.
cards-toilet = On the toilet
cards-hold-and-lean = Hold something firm, or put your hands on your thighs. Do not strain. A bottle is fine.
cards-cannot-pee = If you cannot pee, or cannot feel it: that is an emergency, not the spasm.

## Ordinary back pain

cards-ordinary = Hurt is rarely harm
cards-spine-is-strong = The spine is strong. More pain on moving is very unlikely to mean harm.

## Scans

cards-scans = Scans
cards-usually-none = You usually need no scan.
cards-most-show-changes = Most scans show changes that many people without pain have too.
cards-bulge-and-wear = Of 100 people without pain, 30 have a bulging disc at 20 and 84 at 80; wear of the discs 37 and 96.
cards-under-50 = Under 50 such changes are more common in people with pain: often, not always, harmless.
cards-when-needed = A scan is needed with danger signs, with growing weakness, or if it would change what a specialist does.

## Work

cards-work = Work
cards-go-soon = Go as soon as you can, lighter or shorter at first.
cards-talk-to-manager = Talk to your manager. Take up heavy lifting step by step.
cards-self-certify = UK: for up to 7 days, weekends too, you tell your employer yourself.
cards-fit-note = UK: after that a doctor, nurse, occupational therapist, pharmacist or physiotherapist gives a fit note. It may say “fit with changes”.
cards-other-countries = Other countries: ask your employer.

## Driving

cards-driving = Driving
cards-neck-turns = Not while you cannot turn your neck freely.
cards-brake-and-sit = Not while you cannot brake hard, or sit for the whole trip.
cards-not-drowsy = Not while codeine, diazepam or a muscle relaxant makes you drowsy. Some of these fall under the law.
cards-stretch = Stop and stretch each half hour.

## Back to sport and lifting

cards-sport = Back to sport and lifting
cards-light-fitness = Start with light fitness, and play when you are ready. (Written for young people under 16.)
cards-a-fifth-less = Do a fifth less than what sets it off. Then add about a tenth each week.
cards-step-back = Sore for over 2 days: one step back.

## The neck

cards-neck = The neck
cards-keep-it-moving = Keep it moving. No collar.
cards-pillow = A low, firm pillow, head level. Not on your front, and not long in one position.
cards-heat-or-cold = Heat or cold, as you like.
cards-most-ease = Most neck pain eases in weeks. See a doctor if yours does not, or with pins and needles or a cold arm.
cards-eye-height = The screen at eye height.
cards-look-away = Look away from it often.

## Children and teenagers

cards-children = Children and teenagers
cards-school = Keep moving and going to school. No bed rest.
cards-sport-as-it-allows = Sport as the pain allows. Sit for short times.
cards-no-relaxant = No muscle relaxant, no aspirin. Before any medicine ask a pharmacist.
cards-two-weeks = Not right in 2 weeks: see someone.
cards-child-signs-heading = Call a doctor today
cards-child-under-5 = A child under 5 with back pain.
cards-child-signs = Any child who has more and more pain, pain at night, fever, a limp, a stiff back, a new shape of the back, weight loss, sweats, weak or numb limbs, or bladder trouble, or who stops playing.

## After a birth

cards-after-birth = After a birth
cards-first-this = First
cards-birth-signs = In the 6 weeks after a birth call the maternity line or the emergency number now with: a bad headache, changed sight, pain under the ribs, a swollen face or hands, short breath, or vomiting.
cards-common = Backache is common after a birth.
cards-lift-close = Lift close to your body, with soft knees.
cards-feed-leaning-back = To feed, lean back: one pillow behind the low back, one on the lap.
cards-change-at-waist = Change nappies at waist height. Kneel at the bath.
cards-walk-early = Walk early.

## Mood and fear

cards-mood = Mood and fear
cards-which-are-true = Which are true for you? Nothing is kept of this.
cards-fear-moving = I fear that moving will harm me.
cards-no-better = I cannot see it getting better.
cards-feel-low = I feel low most days.
cards-over-two-weeks = It has been so for over 2 weeks.
cards-one-said = That is hard to live with. More pain on moving is very unlikely to mean harm.
cards-see-someone = See someone: a doctor, or somebody you trust. Talking therapy helps lasting pain a little.
cards-slower = Low mood goes with a slower recovery.
cards-self-harm = Thoughts of harming yourself
cards-self-harm-took = If you took something to harm yourself, or may act on it, call the emergency number first.
cards-self-harm-talk = To talk, now
cards-self-harm-today = Then speak to someone today.

## Pain relievers

cards-pain-relievers = Pain relievers
cards-lowest = The lowest amount on the label, for the shortest time, with food.
cards-one-of-them = One anti-inflammatory only.
cards-too-long = Ask a pharmacist or doctor after 10 days of tablets, 2 weeks of a gel, or 3 days under 18.
cards-gel-first = A gel first, if tablets are a risk for you.
cards-not-pregnant = Pregnant: no anti-inflammatory from 20 weeks on, unless a doctor says so, and none after 28 weeks.
cards-no-aspirin = No aspirin under 16, unless a doctor says so.
cards-chickenpox = With chickenpox, no ibuprofen.
cards-codeine = Codeine makes you drowsy. UK packs say 3 days only.
cards-black-poo = Black, sticky, tar-like poo, or vomiting blood: get emergency help.
