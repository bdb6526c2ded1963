"""Material and measures for matching free text: written claims, posts about them, distractors."""
