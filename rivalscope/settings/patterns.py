"""Regular expressions that values of the configuration must match."""

SLUG = "^[a-z0-9][a-z0-9_-]*$"
LANGUAGE = "^[a-z]{2}$"
TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
THEME = "^[a-z][a-z0-9_]*$"
ENVIRONMENT_VARIABLE = "^[A-Z][A-Z0-9_]*$"
HUB_NAME = r"hub:\w[\w.-]*/\w[\w.-]*(@\w[\w./-]*)?"
