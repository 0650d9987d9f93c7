### Whom to contact, and how: what stands on the cards of the check.

# An emergency of which the way there is dangerous.
help-ambulance = Call an ambulance. Do not drive or be driven. Unlock the door. If none can come: be driven, never drive.
# Someone harmed themselves, or may.
help-harm-now = Call the emergency number now, then a crisis line. Do not stay alone.
# Thoughts of harming oneself, without a plan.
help-thoughts-title = Talk to someone today
help-thoughts = Call a crisis line now, and speak to someone today. If you may act on your thoughts, call the emergency number.
