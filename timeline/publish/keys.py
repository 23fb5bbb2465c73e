"""What the keys of the JSON objects mean, for the page that explains the data."""

EVENT_KEYS: dict[str, str] = {
    "id, page": "Number and address of the event.",
    "title": "What it is called: words of one of its claims, or a curator’s.",
    "type, mode, quad, type_reason": "PLOVER type and mode, class, and the word that decided.",
    "date, earliest, latest": "EDTF, and the outermost days it allows.",
    "date_text, date_inferred, date_reason": "The words the date was read from, and how.",
    "actors": "Who has a part: key, name, iso3, role (actor, recipient, mentioned).",
    "claims": "All claims about it; see below.",
    "articles, origins": "How many tell of it, and how many of them are no copies of another.",
    "conflicts": "What sources disagree on: kind, subject, values, each with its claims.",
    "reviewed, note, curated": "What a curator checked, wrote, and decided by hand.",
    "kind": "“event”.",
}
CLAIM_KEYS: dict[str, str] = {
    "id, text, heading": "The statement; heading: it is a headline.",
    "standing, standing_reason": "How it stands for who makes it, and the words that say so.",
    "attribution": "Who says so: text as written; actor and key where known; reason.",
    "date, earliest, latest, date_text, date_inferred, date_reason": "The date it gives.",
    "recorded": "The date on record of a well-known event it tells of.",
    "type, mode, type_reason": "The kind of event it tells of.",
    "link_reason": "Why it is about this event; null: the event began with it.",
    "point": "How near it is to the point of its article, 0 to 1.",
    "actors": "Whom it names, with the place in the article of its first passage, and why.",
    "citations": "Its passages; see below.",
    "curated, read": "Fields decided by hand; when it was read.",
}
CITATION_KEYS: dict[str, str] = {
    "id, page": "Number and address of the passage.",
    "start, end, quote": "Code points of the article’s text, end exclusive, and what stands there.",
    "prefix, suffix": "What stands around it, to find it again in a changed copy.",
    "article, title, path, sha256": "The article, the file it was read from and its hash.",
    "url, archived_url, language": "Where it is on the web, where known.",
    "source": "slug, name, kind, reliability (Admiralty code).",
    "published": "date as EDTF, earliest, latest, basis, reason.",
    "origin": "Articles with the same wire copy share its id; credit, reason.",
}
TERMS: dict[str, str] = {
    "claim": "Number of the claim.",
    "event": "Address of the event it is about.",
    "standing": "How it stands for who makes it.",
    "attribution": "Who says so, as written.",
    "date": "The date the claim gives, as EDTF.",
    "published": "When the article appeared, as EDTF.",
}
