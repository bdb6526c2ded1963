"""The shapes of all bodies in and out; nothing else knows a JSON field's name."""
