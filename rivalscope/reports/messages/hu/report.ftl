report-language = Magyar
