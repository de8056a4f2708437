"""Which reviews may be counted, said once for all who count."""

#: Of ``reviews r JOIN understandings u``: each review once, still on its page, in a language we
#: understand, with a text, on a day we know. ``year`` is too coarse a date for a window of weeks.
COUNTED = (
    "r.duplicate_of IS NULL AND r.gone_at IS NULL"
    " AND u.language != 'unknown' AND trim(coalesce(r.title, '') || r.body) != ''"
    " AND r.published_on IS NOT NULL AND coalesce(r.date_precision, 'day') != 'year'"
)
