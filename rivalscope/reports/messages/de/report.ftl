report-language = Deutsch
