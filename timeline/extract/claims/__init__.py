"""Which passages of an article are claims.

`find_claims` is the one entrance.
"""

from timeline.extract.claims.find import find_claims

__all__ = ["find_claims"]
