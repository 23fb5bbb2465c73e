"""Events spread over months, for the tests of what the timeline does in a browser."""

from tests.browse import make

MONTHS = ("January", "February", "March", "April", "May", "June")


def six_months() -> None:
    """One event in each month from January to June 2022, each in an article of its own."""
    russia = make.actor("russia", "Russia")
    for number, month in enumerate(MONTHS, 1):
        text = f"Russia held talks in {month}."
        day = f"2022-{number:02}-15"
        told = make.article(make.source("Meridian Post"), text, published_edtf=day)
        told.published_latest = day
        told.save()
        event = make.event(f"Talks in {month}", f"2022-{number:02}", "CONSULT")
        make.part(event, russia)
        make.claim(event, told, text)
        make.settle(event)


def three_pages() -> None:
    """130 events of one year: three pages, and months that go on from page to page."""
    told = make.article(make.source("Meridian Post"), "It went on and on.")
    for number in range(130):
        month, day = number // 11 + 1, number % 11 + 1
        event = make.event(f"Round {number}", f"2022-{month:02}-{day:02}", "CONSULT")
        make.claim(event, told, "It went on", text=f"Round {number} went on")
        make.settle(event)
