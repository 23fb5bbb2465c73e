"""The addresses of the public site."""

from django.urls import path

from timeline.browse.views import (
    about,
    actors,
    articles,
    data,
    events,
    exports,
    feeds,
    objects,
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
    path("data/", data.data, name="data"),
    path("export/<str:file>", exports.export, name="export"),
    path("feed.atom", feeds.atom_feed, name="feed-atom"),
    path("feed.json", feeds.feed_json, name="feed-json"),
    path("events/<int:pk>.json", objects.event_json, name="event-json"),
    path("articles/<int:pk>.json", objects.article_json, name="article-json"),
    path("articles/<int:pk>.txt", objects.article_text, name="article-text"),
    path("about/", about.about, name="about"),
    path("robots.txt", about.robots, name="robots"),
]
