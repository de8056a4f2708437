"""The command line as a user calls it, without the second in which Python and the imports start.

Each call is a process of its own, with its own folder, environment, streams and exit code. It is
forked from one that has imported every command, so that hundreds of calls import them once. What
is about starting itself starts ``python -m rivalscope``.
"""

import os
import sys
import tempfile
import warnings
from multiprocessing import get_context
from pathlib import Path
from pkgutil import iter_modules
from subprocess import CompletedProcess

from rivalscope import cli

STREAMS = ("stdin", "stdout", "stderr")

forking = get_context("forkserver")
forking.set_forkserver_preload(
    [f"{cli.__name__}.{command.name}" for command in iter_modules(cli.__path__)]
)


def call(*arguments, cwd, stdin="", environment=None, seconds=100):
    """What came of ``rivalscope ARGUMENTS`` in the folder *cwd*: its code and what it printed."""
    line = list(map(str, arguments))
    with tempfile.TemporaryDirectory(prefix="rivalscope-call-") as folder:
        streams = [Path(folder, name) for name in STREAMS]
        streams[0].write_text(stdin, encoding="utf-8")
        process = forking.Process(
            target=begin, args=(line, cwd, streams, {**os.environ, **(environment or {})})
        )
        process.start()
        process.join(seconds)
        late = process.is_alive()
        if late:
            process.kill()
            process.join()
        printed = [stream.read_text(encoding="utf-8") for stream in streams[1:]]
    assert not late, f"{line} did not end within {seconds} seconds: {printed}"
    return CompletedProcess(["rivalscope", *line], process.exitcode, *printed)


def begin(arguments, cwd, streams, environment):
    """What the shell and Python's start do, in the forked process."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    for number, (name, path) in enumerate(zip(STREAMS, streams, strict=True)):
        file = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
        errors = "backslashreplace" if name == "stderr" else "strict"
        mode = "w" if number else "r"
        setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors=errors, closefd=False))
    sys.argv = ["rivalscope", *arguments]
    warnings.resetwarnings()
    warnings.simplefilter("error")
    cli.main()
