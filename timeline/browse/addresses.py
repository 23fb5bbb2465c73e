"""Addresses of single things, of which a page has hundreds: much quicker than `reverse`."""

from collections.abc import Callable
from functools import cache, lru_cache
from urllib.parse import quote

from django.urls import get_script_prefix, reverse

AddressOf = Callable[[str, int | str], str]

# Any id and any slug may be this one.
_SAMPLE = 7777777
_quoted = lru_cache(10_000)(quote)


def address_of(name: str, of: int | str) -> str:
    """What `reverse` says for a view that takes an id or a slug and nothing else."""
    return addresses()(name, of)


def addresses() -> AddressOf:
    """`address_of` while one page is made: where the site is takes longer than all the rest."""
    prefix = get_script_prefix()
    around: dict[str, tuple[str, str]] = {}

    def address_of(name: str, of: int | str) -> str:
        if name not in around:
            around[name] = _around(name, prefix)
        before, after = around[name]
        return f"{before}{of if of.__class__ is int else _quoted(of)}{after}"

    return address_of


@cache
def _around(name: str, prefix: str) -> tuple[str, str]:
    """What stands before and after it. `prefix`: where the site is."""
    before, _, after = reverse(name, args=[_SAMPLE]).rpartition(str(_SAMPLE))
    return before, after
