"""The addresses of the public site."""

from django.urls import path

from timeline.browse.views import (
    about,
    actors,
    articles,
    compare,
    events,
    sources,
    storylines,
    timeline,
)

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("", timeline.timeline, name="home"),
    path("events/<int:pk>/", events.event, name="event"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("citations/<int:pk>/", timeline.passage, name="passage"),
    path("actors/", actors.actors, name="actors"),
    path("actors/<slug:key>/", actors.actor, name="actor"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("storylines/", storylines.storylines, name="storylines"),
    path("storylines/<slug:slug>/", storylines.storyline, name="storyline"),
    path("compare/", compare.compare, name="compare"),
    path("about/", about.about, name="about"),
    path("robots.txt", about.robots, name="robots"),
]
