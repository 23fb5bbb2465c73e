"""The admin put together: importing a module registers its tables."""

from django.contrib import admin

from timeline.curate import (  # noqa: F401
    actors,
    articles,
    claims,
    events,
    groups,
    internals,
    proposals,
    runs,
    saved_views,
    sources,
    storylines,
    suggestions,
)

admin.site.site_header = "Dateline curation"
admin.site.site_title = "Dateline curation"
admin.site.index_title = "What there is"
