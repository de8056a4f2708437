report-language = English
