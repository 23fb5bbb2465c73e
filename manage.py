#!/usr/bin/env python3
"""Django's command line for Dateline."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db import OperationalError
    except ImportError:
        sys.exit("Django is not installed here. Run `python3 dev.py demo` once: it installs it.")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Dateline cannot start: {error}")
    except OperationalError as error:
        # PostgreSQL gives every error of a query a code; without one there was no connection.
        if getattr(error.__cause__, "sqlstate", "") is not None:
            raise
        sys.exit(f"The database does not answer: {' '.join(str(error).split())}")


if __name__ == "__main__":
    main()
