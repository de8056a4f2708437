"""Stage 1: from addresses, pages and files into the store."""
