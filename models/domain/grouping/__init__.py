"""What a figure is about, and how likely two of them are the same thing in the world."""
