#!/usr/bin/env python
"""Django's command line for Dateline."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django is not installed here. Run `python3 dev.py demo` once: it installs it.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
