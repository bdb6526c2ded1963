"""How time expressions become calendar days; models/domain/periods.py is the way in."""
