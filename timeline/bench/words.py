"""Figures as people read them."""


def number(value: float | None) -> str:
    """To three figures; "–" for none."""
    if value is None:
        return "–"
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def pair(spread: dict[str, float] | None) -> str:
    """Median and 95th percentile."""
    return f"{number(spread['p50'])} / {number(spread['p95'])}" if spread else "–"
