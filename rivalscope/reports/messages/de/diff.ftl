diff-title = Was sich zwischen dem { $before } und dem { $after } geändert hat
diff-none = Kein Eintrag ist neu, weggefallen oder verändert.
diff-new = Neu
diff-gone = Weggefallen
diff-moved = Verändert
diff-settings = Was sich sonst geändert hat
diff-instead = statt: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] { $count } Bewertung ist in den Zeitraum gekommen ({ $days })
    *[other] { $count } Bewertungen sind in den Zeitraum gekommen ({ $days })
}
diff-left = { $count ->
    [one] { $count } Bewertung ist aus dem Zeitraum gefallen ({ $days })
    *[other] { $count } Bewertungen sind aus dem Zeitraum gefallen ({ $days })
}
