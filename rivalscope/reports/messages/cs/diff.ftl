diff-title = Co se změnilo mezi { $before } a { $after }
diff-none = Žádný závěr nepřibyl, nezmizel ani se nezměnil.
diff-new = Nové
diff-gone = Zmizelo
diff-moved = Změněno
diff-settings = Co dalšího se změnilo
diff-instead = místo: { $claim }
diff-rate = { $brand }: { $before } → { $after }
diff-arrived = { $count ->
    [one] do období přibyla { $count } recenze ({ $days })
    [few] do období přibyly { $count } recenze ({ $days })
    *[other] do období přibylo { $count } recenzí ({ $days })
}
diff-left = { $count ->
    [one] z období vypadla { $count } recenze ({ $days })
    [few] z období vypadly { $count } recenze ({ $days })
    *[other] z období vypadlo { $count } recenzí ({ $days })
}
