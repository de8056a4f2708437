"""Stage 3: everything a report says, its files, and the walk back from them."""
