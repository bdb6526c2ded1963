"""Runs other readers of quantities, each in its own environment, so that the same scorer can judge them."""
