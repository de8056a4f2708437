"""What happened, a JSON object a line, in numbered files beside the database.

Code logs by the standard library's `logging`, with figures in `facts`; structlog makes lines of it
where somebody writes them down, and is loaded with the first of them (0.3 s): a command that has
nothing to log does not wait for it. Secrets are taken out of every line.
"""

from rivalscope.logs.context import bind, bound, facts

__all__ = ["bind", "bound", "facts"]
