"""Tables, constraints and the named questions asked of them."""

from timeline.models.actors import Actor, Alias
from timeline.models.articles import Article, ArticleShingle, ArticleVersion, Origin, Source
from timeline.models.claims import Citation, Claim, Mention
from timeline.models.events import Conflict, Event, EventTerm, MergeProposal, Participation
from timeline.models.index_store import IndexPart, IndexSnapshot
from timeline.models.runs import IngestFailure, IngestRun
from timeline.models.saved_views import SavedView
from timeline.models.storylines import Storyline, StorylineEvent
from timeline.models.suggestions import SuggestedActor, SuggestionPassage
from timeline.models.versions import EventVersion, OpenStamp, SubjectVersion

__all__ = [
    "Actor",
    "Alias",
    "Article",
    "ArticleShingle",
    "ArticleVersion",
    "Citation",
    "Claim",
    "Conflict",
    "Event",
    "EventTerm",
    "EventVersion",
    "IndexPart",
    "IndexSnapshot",
    "IngestFailure",
    "IngestRun",
    "Mention",
    "MergeProposal",
    "OpenStamp",
    "Origin",
    "Participation",
    "SavedView",
    "Source",
    "Storyline",
    "StorylineEvent",
    "SubjectVersion",
    "SuggestedActor",
    "SuggestionPassage",
]
