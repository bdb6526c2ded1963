"""The pages, one module for each place that a reviewer goes to."""
