### The page of an address that names nothing in Unknot.

not-found-heading = There is no such page
# Variables:
#   $address (String) - the address that was asked for, without the site
not-found-nothing = Nothing is at “{ $address }”. Your diary is untouched.
not-found-to-start = To the start
