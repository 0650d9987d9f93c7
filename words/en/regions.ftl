### Whom to call where. Each line stands behind its number. It begins with its country or part, since one number means
### different things in different places. Names of services stay as they are.

## The emergency numbers before a region counts, and the rest of the world

regions-emergency-in-the-united-kingdom = Emergency in the United Kingdom, Ireland and Hong Kong
regions-emergency-in-the-european-union = Emergency in the European Union, Ireland, Iceland, Switzerland and India. It may work from a mobile phone elsewhere
regions-emergency-in-the-united-states = Emergency in the United States and Canada
regions-emergency-in-australia = Emergency in Australia
regions-emergency-in-new-zealand = Emergency in New Zealand
regions-emergency-in-switzerland-ambulance = Emergency in Switzerland: ambulance
regions-emergency-in-india-ambulance-in = Emergency in India: ambulance, in many states
regions-emergency-in-singapore-ambulance = Emergency in Singapore: ambulance
regions-emergency-in-japan-ambulance = Emergency in Japan: ambulance
regions-emergency-in-trinidad-and-tobago = Emergency in Trinidad and Tobago: ambulance
regions-emergency-may-work-from-a = Emergency: may work from a mobile phone
regions-your-doctor-or-the-nearest = Your doctor or the nearest hospital
regions-the-nearest-hospital-or-the = The nearest hospital, or the emergency number
regions-your-maternity-unit-midwife-or = Your maternity unit, midwife or the nearest hospital
regions-your-countrys-own-emergency-number = Your country's own emergency number: find it now and note it in Settings
regions-the-nearest-hospital = The nearest hospital
regions-elsewhere-or-not-sure = Elsewhere, or not sure

## Europe

regions-uk-emergency-ambulance = UK: emergency, ambulance
regions-uk-emergency-unconscious-fitting-or = UK: emergency, unconscious, fitting or drowsy
regions-england-scotland-wales-nhs-111 = England, Scotland, Wales: NHS 111, urgent but no danger to life, any hour
regions-england-scotland-wales-nhs-111-too = England, Scotland, Wales: NHS 111, too much medicine
regions-england-nhs-111-then-option = England: NHS 111, then option 2, when you think of harming yourself
regions-uk-samaritans-to-talk-when = UK: Samaritans, to talk when you think of harming yourself
regions-northern-ireland-lifeline-to-talk = Northern Ireland: Lifeline, to talk when you think of harming yourself
regions-northern-ireland-emergency-too-much = Northern Ireland: emergency, too much medicine, or go to an emergency department
regions-uk-emergency-heavy-fresh-bleeding = UK: emergency, heavy fresh bleeding, sudden severe tummy pain that stays, fits, chest pain, trouble breathing
regions-uk-emergency-by-text-relay = UK: emergency by text relay or textphone
regions-uk-emergency-by-text-message = UK: emergency by text message. First send the word “register” to 999
regions-uk-emergency-in-british-sign = UK: emergency in British Sign Language, with the service 999 BSL
regions-northern-ireland-belfast-trust-phone = Northern Ireland, Belfast trust: Phone First, weekdays
regions-northern-ireland-northern-trust-phone = Northern Ireland, Northern trust: Phone First, weekdays
regions-northern-ireland-southern-trust-phone = Northern Ireland, Southern trust: Phone First, weekdays
regions-ireland-emergency-ambulance = Ireland: emergency, ambulance
regions-ireland-emergency-ambulance-too = Ireland: emergency, ambulance, too
regions-ireland-poison-line-08-00 = Ireland: poison line, 08:00–22:00 every day
regions-ireland-emergency-very-unwell = Ireland: emergency, very unwell
regions-ireland-samaritans-to-talk-when = Ireland: Samaritans, to talk when you think of harming yourself
regions-eu-emergency-free-in-every = EU: emergency, free, in every EU country
regions-eu-doctor-on-call-not = EU: doctor on call, not for emergencies, in some EU countries only
regions-eu-emergency-very-unwell = EU: emergency, very unwell
regions-switzerland-emergency-ambulance = Switzerland: emergency, ambulance
regions-switzerland-emergency-too = Switzerland: emergency, too
regions-iceland-emergency = Iceland: emergency
regions-northern-ireland-your-gp-out = Northern Ireland: your GP; out of hours, the GP service of your trust. There is no 111
regions-first-your-maternity-unit-or = First your maternity unit or midwife: the number in your notes
regions-or-your-gp-or-111 = Or your GP, or 111 online
regions-your-gp-or-the-gp = Your GP, or the GP out-of-hours service
regions-at-other-hours-gp-out = At other hours: GP out-of-hours or an emergency department
regions-your-maternity-hospital-or-unit = Your maternity hospital or unit
regions-elsewhere-the-local-doctor-on = Elsewhere: the local doctor on call
regions-your-national-poison-centre-look = Your national poison centre: look its number up now and note it
regions-your-maternity-unit-or-midwife = Your maternity unit or midwife
regions-united-kingdom = United Kingdom
regions-united-kingdom-england-scotland-or = United Kingdom: England, Scotland or Wales
regions-united-kingdom-northern-ireland = United Kingdom: Northern Ireland
regions-ireland = Ireland
regions-european-union-other-countries = European Union, other countries
regions-switzerland = Switzerland
regions-iceland = Iceland

## The United States, Trinidad and Tobago

regions-us-emergency-ambulance = US: emergency, ambulance
regions-us-poison-help-any-hour = US: Poison Help, any hour; do not wait for signs
regions-us-emergency-unconscious-or-trouble = US: emergency, unconscious or trouble breathing
regions-us-emergency-or-an-emergency = US: emergency, or an emergency room, if you cannot reach them
regions-us-crisis-line-to-call = US: crisis line, to call when you think of harming yourself
regions-us-crisis-line-by-text = US: crisis line, by text message
regions-us-emergency-by-text-message = US: emergency by text message, in some places only
regions-trinidad-and-tobago-emergency-ambulance = Trinidad and Tobago: emergency, ambulance
regions-your-doctors-office-or-its = Your doctor's office or its after-hours line, your insurer's nurse line, or urgent care
regions-your-provider-now-say-that = Your provider, now. Say that you are, or in the last year were, pregnant
regions-elsewhere-in-the-us-a = Elsewhere in the US: a relay service or TTY
regions-united-states = United States
regions-trinidad-and-tobago = Trinidad and Tobago

## Canada. A part is named after a comma or a colon

regions-canada-emergency-ambulance = Canada: emergency, ambulance
regions-canada-emergency-very-unwell = Canada: emergency, very unwell
regions-canada-poison-line = Canada: poison line
regions-quebec-poison-line = Québec: poison line
regions-manitoba-nurse-line = Manitoba: nurse line
regions-manitoba-nurse-line-free = Manitoba: nurse line, free
regions-canada-crisis-line-to-call = Canada: crisis line, to call when you think of harming yourself
regions-canada-crisis-line-by-text = Canada: crisis line, by text message
regions-canada-emergency-by-text-message = Canada: emergency by text message. First register, then dial 911
regions-canada-nurse-line-in-alberta = Canada: nurse line in Alberta, British Columbia, New Brunswick, Northwest Territories, Nova Scotia, Ontario, Prince Edward Island, Québec, Saskatchewan
regions-northwest-territories-nurse-line-where = Northwest Territories: nurse line, where 811 does not work
regions-canada-prince-edward-island-relay = Canada, Prince Edward Island: relay service
regions-nunavut-your-local-public-health = Nunavut: your local public health unit
regions-your-doctor-or-clinic = Your doctor or clinic
regions-your-provider-or-birth-unit = Your provider or birth unit
regions-elsewhere-your-doctor-or-clinic = Elsewhere: your doctor or clinic
regions-canada = Canada
regions-canada-newfoundland-and-labrador = Canada: Newfoundland and Labrador
regions-canada-nunavut = Canada: Nunavut
regions-canada-yukon = Canada: Yukon
regions-canada-manitoba = Canada: Manitoba
regions-canada-alberta = Canada: Alberta
regions-canada-alberta-nurse-line = Canada, Alberta: nurse line
regions-canada-british-columbia = Canada: British Columbia
regions-canada-british-columbia-nurse-line = Canada, British Columbia: nurse line
regions-canada-new-brunswick = Canada: New Brunswick
regions-canada-new-brunswick-nurse-line = Canada, New Brunswick: nurse line
regions-canada-nova-scotia = Canada: Nova Scotia
regions-canada-nova-scotia-nurse-line = Canada, Nova Scotia: nurse line
regions-canada-ontario = Canada: Ontario
regions-canada-ontario-nurse-line = Canada, Ontario: nurse line
regions-canada-quebec = Canada: Québec
regions-canada-quebec-nurse-line = Canada, Québec: nurse line
regions-canada-saskatchewan = Canada: Saskatchewan
regions-canada-saskatchewan-nurse-line = Canada, Saskatchewan: nurse line
regions-canada-northwest-territories = Canada: Northwest Territories
regions-canada-northwest-territories-nurse-line = Canada, Northwest Territories: nurse line
regions-canada-prince-edward-island = Canada: Prince Edward Island
regions-canada-prince-edward-island-nurse = Canada, Prince Edward Island: nurse line

## Australia, New Zealand

regions-australia-emergency-triple-zero-ambulance = Australia: emergency, Triple Zero, ambulance
regions-australia-1800medicare-nurse-line-any = Australia: 1800MEDICARE, nurse line, any hour
regions-queensland-only-13-health-nurse = Queensland only: 13 HEALTH, nurse line, any hour
regions-australia-poison-line-any-hour = Australia: poison line, any hour
regions-australia-emergency-very-unwell = Australia: emergency, very unwell
regions-australia-emergency = Australia: emergency
regions-australia-lifeline-to-talk-when = Australia: Lifeline, to talk when you think of harming yourself
regions-australia-lifeline-by-text-message = Australia: Lifeline, by text message
regions-australia-relay-service = Australia: relay service
regions-new-zealand-emergency-ambulance = New Zealand: emergency, ambulance
regions-new-zealand-healthline-nurse-line = New Zealand: Healthline, nurse line, free, any hour
regions-new-zealand-poison-line = New Zealand: poison line
regions-new-zealand-emergency-very-unwell = New Zealand: emergency, very unwell
regions-new-zealand-healthline-if-you = New Zealand: Healthline, if you cannot reach them
regions-new-zealand-emergency = New Zealand: emergency
regions-new-zealand-crisis-line-to = New Zealand: crisis line, to call when you think of harming yourself
regions-new-zealand-crisis-line-by = New Zealand: crisis line, by text message
regions-new-zealand-emergency-by-text = New Zealand: emergency by text message, for those who have registered
regions-your-midwife = Your midwife
regions-australia = Australia
regions-new-zealand = New Zealand

## Asia

regions-india-emergency = India: emergency
regions-india-emergency-ambulance-in-many = India: emergency, ambulance, in many states
regions-india-crisis-line-to-call = India: crisis line, to call when you think of harming yourself
regions-india-the-same-crisis-line = India: the same crisis line, another number
regions-singapore-emergency-ambulance = Singapore: emergency, ambulance
regions-hong-kong-emergency = Hong Kong: emergency
regions-japan-emergency-ambulance = Japan: emergency, ambulance
regions-a-local-doctor-or-hospital = A local doctor or hospital
regions-go-to-a-hospital = Go to a hospital
regions-your-hospital-or-clinic = Your hospital or clinic
regions-india = India
regions-singapore = Singapore
regions-hong-kong = Hong Kong
regions-japan = Japan

## Where and when the numbers were read, behind the publisher

regions-read-by-first = Read by 22 November 2026
regions-read-second = Read on 1 December 2026
regions-read-in-a-copy-first = Read in a copy, November 2026
regions-read-in-a-copy-second = Read in a copy, December 2026
regions-read-numbers = Where these numbers were read, and when
regions-checked = These numbers are as our sources had them, and nobody has called them to check. Look yours up before you need it.

## Where the person is

# Variables:
#   $place (String) - the region that the time zone suggests
#   $number (String) - its emergency number
regions-are-you-in = Are you in { $place }? The time zone of this device suggests it. The emergency number there is { $number }.
# Variables:
#   $number (String) - the emergency number that the places have in common
regions-which-of-these = The time zone of this device is that of more than one place. The emergency number there is { $number }. Where are you?
# Two emergency numbers of one place, of which either will do.
# Variables:
#   $one (String) - a number
#   $other (String) - another number
regions-either-number = { $one } or { $other }
# Variables:
#   $place (String) - the region
regions-i-am-in = I am in: { $place }
# Variables:
#   $place (String) - the region that was chosen before
regions-i-am-still-in = I am still in: { $place }
# Variables:
#   $place (String) - the region that was chosen before
regions-zone-changed = You chose { $place }, and the time zone of this device is another one now.
regions-where-now = Where are you now?
regions-where = Where are you? Your choice is kept on this device.
regions-not-chosen = Not chosen
regions-own-number = A number of your own to call, if you like

## On the cards

regions-without-speech = If you are deaf or cannot speak
regions-own = Your own number
