"""``python -m crawler.runs``: one crawl. A file of its own: no child of it loads a ``__main__``."""

from crawler.runs.run import main

main()
