"""How much work something is, whatever else the machine does."""

import time


def timed(work, *arguments):
    """What *work* gives, and the seconds of processor time it took."""
    started = time.process_time()
    given = work(*arguments)
    return given, time.process_time() - started
