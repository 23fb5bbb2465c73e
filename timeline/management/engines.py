"""Where a command extracts: in this process, in several here, or on a Dask cluster."""

from functools import partial
from typing import Any

from django.core.management.base import CommandError
from django.utils.module_loading import import_string

from timeline.extract.workers import Extractor, extract_stream

# By name: the package it needs is an extra, and takes a second to load.
_ON_DASK = "timeline.extract.on_dask.extract_on_dask"


def chosen_extractor(options: dict[str, Any]) -> Extractor:
    """As --workers and --dask say. Raises CommandError when what that needs is not installed."""
    if not options["dask"]:
        return partial(extract_stream, workers=options["workers"])
    try:
        return partial(import_string(_ON_DASK), address=options["dask"])
    except ModuleNotFoundError as error:
        raise CommandError(
            f"--dask needs a package that is not installed ({error.name}). docs/scaling.md "
            "says how to install it."
        ) from None
