"""Two filters side by side on one axis: what only one of them tells, and what both do."""
