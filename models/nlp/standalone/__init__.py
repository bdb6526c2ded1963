"""How a claim's sentence is made to read alone; rewriter.py is the way in."""
