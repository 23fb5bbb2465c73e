"""How fast Dateline is on a database: measured, compared, written down."""
