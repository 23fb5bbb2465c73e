"""From files to the database: read, extract, link, then one transaction a slice.

The only writer besides the admin. Everything it calls below is pure.
"""

from timeline.ingest.report import Report
from timeline.ingest.run import Options, ingest

__all__ = ["Options", "Report", "ingest"]
