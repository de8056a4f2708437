"""Stage 1: from an address to a stored page, and from a stored page to what stands on it."""
