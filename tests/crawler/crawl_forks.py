"""Forks a crawl for each line of standard input, so that nothing is loaded again for each of them.

A line is the arguments of ``python -m crawler.runs`` as a JSON list; the answer is a JSON object:
the process, and the file that its standard output goes to. An empty line waits for the last one.
Forked from one that has loaded everything, a crawl begins in a tenth of the time; what it does from
there on is what it does otherwise, except that the process that reads its pages is forked as well.
"""

import json
import multiprocessing
import os
import sys

from crawler.reading import reader_process
from crawler.runs import run


class Forking:
    """multiprocessing, but for how it starts processes."""

    @staticmethod
    def get_context(_method):
        return multiprocessing.get_context("fork")


def crawl(arguments, out):
    """In a fork: what ``python -m crawler.runs`` does."""
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    run.main(arguments)


def main():
    reader_process.multiprocessing = Forking
    # its thread would hold standard input while the reader is forked; the test kills it anyway
    run.end_with_parent = lambda: None
    child = None
    for line in iter(sys.stdin.readline, ""):
        if not line.strip():
            os.waitpid(child, 0)
            answer = {}
        else:
            arguments, out = json.loads(line)
            child = os.fork()
            if not child:
                try:
                    crawl(arguments, out)
                finally:
                    os._exit(0)
            answer = {"pid": child}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
