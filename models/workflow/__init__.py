"""What one may do to it: use cases, each of which writes its event."""
