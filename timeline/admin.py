"""Django looks for this module; the admin itself is in `timeline/curate/`."""

import timeline.curate.admin  # noqa: F401
