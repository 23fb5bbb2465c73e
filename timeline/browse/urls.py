"""The addresses of the public site."""

from django.urls import path

from timeline.browse.views import (
    about,
    actors,
    articles,
    compare,
    embed,
    events,
    share,
    short,
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
    path("share/", share.share, name="share"),
    path("oembed/", share.oembed, name="oembed"),
    path("embed/", embed.timeline, name="embed"),
    path("embed/events/<int:pk>/", embed.event, name="embed-event"),
    path("embed/storylines/<slug:slug>/", embed.storyline, name="embed-storyline"),
    path("e/<int:pk>", short.event, name="short-event"),
    path("c/<int:pk>", short.claim, name="short-claim"),
    path("p/<int:pk>", short.passage, name="short-passage"),
    path("v/<slug:code>", short.view, name="short-view"),
    path("favicon.ico", about.favicon),
    path("robots.txt", about.robots, name="robots"),
]
