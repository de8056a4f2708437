"""Stage 2: what texts mean, and how that is learned, judged and tried."""
