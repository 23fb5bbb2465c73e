"""`ingest --dask`, and an ingest whose workers are lost."""
