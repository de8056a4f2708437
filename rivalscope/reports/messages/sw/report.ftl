report-language = Kiswahili
