"""How a claim is kept: tables, sessions, named queries and migrations."""
