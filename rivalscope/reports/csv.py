"""The report as comma-separated values (RFC 4180), for spreadsheets and programs.

Files begin with a byte order mark, by which spreadsheets know UTF-8. Column names and ids are the
same in every language; claims and names of themes are in the report's. A text that a spreadsheet
could take for a formula (https://owasp.org/www-community/attacks/CSV_Injection) gets an apostrophe
in front; numbers stay numbers.
"""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, Final

from rivalscope.reports.cells import cut
from rivalscope.reports.tables import findings_table, swot_table
from rivalscope.reports.tidy import tidied
from rivalscope.text import guarded

if TYPE_CHECKING:
    from rivalscope.models import Report
    from rivalscope.reports.tables import Table, Value

_DIGITS: Final = 6


def render_csv(report: Report) -> str:
    """The SWOT: one row an entry, with figures, up to three quotes and the id.

    Figures have six significant digits, dates are ISO, flags ``yes`` or ``no``; what is not known
    is empty.
    """
    shown = tidied(report)
    return _written(swot_table(shown), language=shown.language)


def render_findings_csv(report: Report) -> str:
    """The findings: one row a finding of each brand, in the comparison and by itself."""
    shown = tidied(report)
    return _written(findings_table(shown), language=shown.language)


def _written(table: Table, *, language: str) -> str:
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(column.key for column in table.columns)
    writer.writerows([_plain(value, language=language) for value in row] for row in table.rows)
    return "\ufeff" + stream.getvalue()


def _plain(value: Value, *, language: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.{_DIGITS}g}"
        case date():
            return value.isoformat()
        case str():
            return guarded(cut(value, language=language))
    return str(value)
