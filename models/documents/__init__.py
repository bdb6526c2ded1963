"""Documents that somebody sends to be looked into, and their words; nothing of them is kept."""
