"""Every filter answered from bitmaps and columns in the memory of the web process."""
