"""How long a reviewer waits for Claimbench and for doccano, measured in one run."""
