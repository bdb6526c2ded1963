"""How trusted figures are read from files; models/domain/reference_rows.py is the way in."""
