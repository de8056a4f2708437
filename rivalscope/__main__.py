"""``python -m rivalscope``."""

from rivalscope.cli import main

main()
