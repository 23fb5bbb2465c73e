"""The columns a generated row has, in its order. Keys that nothing refers to are left out."""

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

COLUMNS = {
    model: tuple(columns.split())
    for model, columns in (
        ("Actor", "id curated_fields key name kind iso2 iso3 wikidata belongs_to_id"),
        ("Alias", "actor_id text kind"),
        ("Source", "id curated_fields slug name kind homepage reliability reliability_note"),
        ("Origin", "id credit reason"),
        (
            "Article",
            "id curated_fields source_id origin_id path sha256 encoding text title url archived_url"
            " bylines language published_edtf published_earliest published_latest published_basis"
            " published_reason body_spans notes setting story metadata ingested_at",
        ),
        ("ArticleShingle", "article_id value"),
        (
            "Event",
            "id curated_fields title type mode quad type_reason date_edtf earliest latest date_text"
            " date_reason date_inferred reported sort_key search_text claim_count article_count"
            " origin_count has_conflict reviewed note created_at",
        ),
        ("EventTerm", "event_id term"),
        ("Participation", "event_id actor_id role"),
        ("Conflict", "event_id kind subject values"),
        (
            "Claim",
            "id curated_fields event_id text standing standing_reason attribution_text"
            " attribution_actor_id attribution_reason date_edtf earliest latest date_text"
            " date_reason date_inferred recorded type mode type_reason link_reason terms point"
            " heading created_at",
        ),
        ("Citation", "claim_id article_id start end quote prefix suffix"),
        ("Mention", "claim_id actor_id role start end reason"),
    )
}
# As the databases take it, in UTC: the same in every run.
NOW = "2026-10-01 00:00:00"
