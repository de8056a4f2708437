report-language = Русский
