"""How the origin of a figure is recognised; models/domain/source_chains.py is the way in."""
