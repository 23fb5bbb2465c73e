"""What curators see and decide: the admin. It writes through `ingest`, like the machine does."""
