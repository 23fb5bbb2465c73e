"""Article files for the tests of ingest, written into a folder."""

from pathlib import Path

GRAIN = """Grain ships to sail again

By Ida Brandt

ISTANBUL — Russia and Ukraine signed an agreement on 22 July 2022 to let grain ships leave \
the port of Odesa. The United Nations said that the deal would ease the food crisis in Africa. \
Russia withdrew from the agreement on 17 July 2023.

Share this article
"""
GRAIN_AGAIN = """Deal on grain

Moscow and Kyiv signed the agreement that lets grain ships leave the port of Odesa on \
23 July 2022. Turkey hosted the ceremony in a palace on the Bosphorus and its president spoke first.

Leave a comment
"""
QUAKE = """Quake

A strong earthquake shook Turkey and Syria on 6 February 2023. Rescue teams from Greece \
arrived in Turkey two days later with dogs and cranes.
"""

# Shared words around the sentence, so that the two articles are wire copy of each other.
WIRE = (
    "Bakers in the old town raised their prices for the third time since the spring. "
    "The mayor opened a kitchen in the school and asked the farmers for flour and wood. "
    "Rain has closed the road over the pass, and the river stands at the steps of the mill. "
    "The weekly market was moved to the square before the station because of the water."
)


def write(folder: Path, **texts: str) -> Path:
    """`name="text"` becomes folder/name.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
