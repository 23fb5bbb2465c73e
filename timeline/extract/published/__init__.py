"""When an article was published: what is told, what the page says, what follows from it."""
