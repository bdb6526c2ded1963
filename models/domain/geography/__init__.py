"""How places are recognised and told apart offline; models/domain/places.py is the way in."""
