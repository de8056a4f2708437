"""What people read: pure renderers from a finished :class:`~rivalscope.models.Report` to text.

A renderer adds words and nothing else. The same report gives the same bytes: no clock, no chance,
mappings sorted. Every text from outside is cleaned and escaped for its format. The terminal has its
own renderer, :func:`rivalscope.reports.terminal.render_terminal`, because it needs to know a width.
"""
