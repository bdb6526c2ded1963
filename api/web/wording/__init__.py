"""How the page says things: every word that a reviewer reads about a value stands here."""
