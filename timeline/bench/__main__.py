"""python -m timeline.bench TASK: one task of `tasks`, in this process.

A file of this name, as Python reads it for no process that this one starts: those of an ingest
begin as light as they do under manage.py.
"""

import sys

from timeline.bench.tasks import main

sys.exit(main(sys.argv[1:]))
