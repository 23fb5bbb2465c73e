"""The arguments that `ingest` and `extract` share, checked."""

import os
import re
from argparse import ArgumentTypeError
from pathlib import Path

from django.core.management.base import CommandParser

from timeline.read.arguments import fault_in
from timeline.read.published import read_published

_SCHEDULER = re.compile(r"(tcp|tls)://[^\s/]+:\d+")


def add_reading_arguments(parser: CommandParser) -> None:
    """PATH..., --manifest, --published, --source, --workers or --dask."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="article files, folders (with all below them), patterns, or - for standard input",
    )
    parser.add_argument(
        "--manifest",
        type=Path,
        metavar="FILE.csv",
        help="CSV with a column path and any of url, source, title, published, byline, "
        "archived_url, language; a manifest.csv beside the articles is found by itself",
    )
    parser.add_argument(
        "--published",
        type=_published,
        metavar="DATE",
        help="publication date of articles whose manifest gives none (2022-09-06, or EDTF)",
    )
    parser.add_argument(
        "--source",
        type=_source,
        metavar="NAME",
        help="source of articles whose manifest gives none",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=worker_count,
        default=1,
        metavar="N",
        help="processes that extract (default 1; this machine has "
        f"{os.cpu_count() or 1} processors)",
    )
    where.add_argument(
        "--dask",
        type=_scheduler,
        metavar="ADDRESS",
        help="extract on the workers of the Dask scheduler at this address (tcp://host:8786)",
    )


def _published(text: str) -> str:
    try:
        return read_published(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _source(text: str) -> str:
    if fault := fault_in("source", text):
        raise ArgumentTypeError(fault)
    return text


def _scheduler(text: str) -> str:
    if not _SCHEDULER.fullmatch(text):
        raise ArgumentTypeError(f"{text!r}: write the address of a scheduler, tcp://host:8786")
    return text


def worker_count(text: str) -> int:
    return _number(text, 256)


def group_size(text: str) -> int:
    return _number(text, 1000)


def _number(text: str, most: int) -> int:
    if not text.isdigit() or not 1 <= int(text) <= most:
        raise ArgumentTypeError(f"{text!r}: write a number from 1 to {most}")
    return int(text)
