"""What people see: the filtered timeline, its passages, and the pages around it."""
