"""Who did it, and whether it is so: two speakers against each other."""

from dataclasses import replace

from tests.link.make import claim
from timeline.link.blame import denied, who_did_it
from timeline.link.records import ClaimRecord, Named
from timeline.vocabulary import ConflictKind, EventType, Standing

NORTH, SOUTH = Named("north", "Northland"), Named("south", "Southland")
SOUTH_ARMY = Named("south-army", "Southland's army", "south")
UNION = Named("union", "the Union")


def blames(speaker: Named | None, doer: Named, article: int = 1, **other: object) -> ClaimRecord:
    text = f"{doer.name} shelled the bridge at Marden"
    told = claim(text, article=article, type=EventType.ASSAULT)
    return replace(told, speaker=speaker, doers=(doer,), **other)


def test_two_sides_that_blame_each_other_disagree_on_who_did_it() -> None:
    (conflict,) = who_did_it([blames(NORTH, SOUTH), blames(SOUTH, NORTH, 2)])
    assert conflict.kind == ConflictKind.ATTRIBUTION
    labels = [value.label for value in conflict.values]
    assert labels == ["Southland, says Northland", "Northland, says Southland"]


def test_a_body_of_a_side_is_that_side() -> None:
    assert who_did_it([blames(NORTH, SOUTH), blames(UNION, SOUTH_ARMY, 2)]) == []


def test_speakers_who_agree_on_the_doer_do_not_disagree() -> None:
    assert who_did_it([blames(NORTH, SOUTH), blames(UNION, SOUTH, 2)]) == []


def test_what_nobody_is_said_to_say_is_no_side() -> None:
    assert who_did_it([blames(NORTH, SOUTH), blames(None, NORTH, 2)]) == []


def test_a_bystander_who_names_another_attack_is_no_side() -> None:
    assert who_did_it([blames(NORTH, SOUTH), blames(UNION, Named("east", "Eastland"), 2)]) == []


def test_two_accusations_of_different_sides_disagree() -> None:
    accuse = EventType.ACCUSE
    one = blames(NORTH, SOUTH, type=accuse)
    two = blames(UNION, Named("east", "Eastland"), 2, type=accuse)
    assert len(who_did_it([one, two])) == 1


def test_two_accusations_of_different_things_do_not() -> None:
    accuse = EventType.ACCUSE
    one = blames(NORTH, SOUTH, type=accuse)
    other = claim("the Union blamed Eastland for the drought", article=2, type=accuse)
    two = replace(other, speaker=UNION, doers=(Named("east", "Eastland"),))
    assert who_did_it([one, two]) == []


def test_a_denial_stands_beside_what_is_asserted() -> None:
    asserted = blames(NORTH, SOUTH)
    denial = blames(SOUTH, SOUTH, 2, standing=Standing.DENIED)
    (conflict,) = denied([asserted, denial])
    assert conflict.kind == ConflictKind.DENIAL
    labels = [value.label for value in conflict.values]
    assert labels == ["said by Northland", "denied by Southland"]


def test_what_the_article_itself_tells_is_reported() -> None:
    (conflict,) = denied([blames(None, SOUTH), blames(SOUTH, SOUTH, 2, standing=Standing.DENIED)])
    assert conflict.values[0].label == "reported"


def test_a_denial_alone_or_by_the_same_side_is_no_conflict() -> None:
    denial = blames(SOUTH, SOUTH, 2, standing=Standing.DENIED)
    assert denied([denial]) == []
    assert denied([blames(SOUTH_ARMY, NORTH), denial]) == []


def test_a_denial_of_something_else_is_no_conflict() -> None:
    other = replace(claim("The harbour opened again on Friday"), speaker=NORTH)
    assert denied([other, blames(SOUTH, SOUTH, 2, standing=Standing.DENIED)]) == []
