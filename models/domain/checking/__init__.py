"""How a document is searched for one figure; models/domain/number_in_source.py is the way in."""
