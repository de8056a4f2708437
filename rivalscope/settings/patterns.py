"""Regular expressions that values of the configuration must match."""

SLUG = "^[a-z0-9][a-z0-9_-]*$"
LANGUAGE = "^[a-z]{2}$"
#: ``HH:MM`` every day, ``sunday HH:MM`` once a week, ``off`` never.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME = rf"^(off|(({'|'.join(WEEKDAYS)}) )?([01]\d|2[0-3]):[0-5]\d)$"
THEME = "^[a-z][a-z0-9_]*$"
ENVIRONMENT_VARIABLE = "^[A-Z][A-Z0-9_]*$"
HUB_NAME = r"hub:\w[\w.-]*/\w[\w.-]*(@\w[\w./-]*)?"
