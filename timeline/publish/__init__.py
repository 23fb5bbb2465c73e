"""The timeline as other programs get it. Pure writers: events in, text out."""
