"""Words that both tests of a sentence look for."""

from timeline.extract.words import word_set

REPORTED = word_set("said says told claimed believes believe warned added")
RELATIVE = word_set("who which that whose whom where when because if although though as since than")
# A subject is at most so long.
LONGEST_SUBJECT = 7
