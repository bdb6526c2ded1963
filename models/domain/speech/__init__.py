"""How speakers and their words are recognised; models/domain/sources.py is the way in."""
