"""A sentiment model of one language, learned from the stars of the user's own reviews.

``model`` answers and needs only NumPy and SciPy; ``lessons`` learns and loads scikit-learn.
"""
