"""The life of a crawl: its processes, the order of its sources, how each goes and ends."""
