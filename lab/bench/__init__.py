"""Measures what a user waits for, and what they would otherwise use."""
