"""What a fresh installation can be filled with: demo articles, written for this project."""
