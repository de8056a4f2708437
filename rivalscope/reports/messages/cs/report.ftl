report-language = Čeština
