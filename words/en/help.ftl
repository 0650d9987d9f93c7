### Whom to contact, and how: what stands on the cards of the check.

# An emergency of which the way there is dangerous.
help-ambulance = Call an ambulance. Do not drive or be driven. Unlock the door. If none can come: be driven, never drive.
# Someone harmed themselves, or may.
help-harm-now = Call the emergency number now, then a crisis line. Do not stay alone.
# Thoughts of harming oneself, without a plan.
help-thoughts-title = Talk to someone today
help-thoughts = Call a crisis line now, and speak to someone today. If you may act on your thoughts, call the emergency number.

# What an urgency is called, and what to do.
help-emergency-title = Get emergency help now
help-emergency = Call now, or have someone take you to an emergency department. Do not drive yourself.
help-urgent-title = Get advice today
help-urgent = Contact someone today. If you reach nobody, keep trying, and tomorrow at the latest. If it gets worse, or one of the emergency signs appears, get emergency help.
help-routine-title = See someone in the coming days or weeks
help-routine = A doctor or physiotherapist. Sooner if it gets worse, or at once if one of the emergency signs appears.
help-self-care-title = Look after it at home
help-self-care = None of the warning signs that we asked about. That can’t rule everything out.
# An emergency in which the neck or back must not be moved.
help-stay-there = Call now, and let help come to you. Keep still.
