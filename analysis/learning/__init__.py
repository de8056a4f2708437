"""A sentiment model of one language, learned from the stars of the user's own reviews.

``model`` answers and needs only NumPy and SciPy; ``lessons`` learns and loads scikit-learn.
"""

VERSION = "1"
"""Raised by hand whenever the same reviews would teach something else."""
