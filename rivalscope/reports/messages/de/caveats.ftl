## Warum ein Eintrag nicht alles enthalten könnte

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] in Ordnung
    [partial] teilweise gelesen
    [empty] leer
    [blocked] blockiert
    [robots_denied] nicht erlaubt
    [layout_changed] Aufbau geändert
    [error] fehlgeschlagen
    [missed] ausgelassen
    [imported] importiert
   *[never_run] nie gelesen
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] in Ordnung
    [partial] teilweise gelesen
    [empty] leer
    [blocked] blockiert
    [robots_denied] nicht erlaubt
    [layout_changed] Aufbau geändert
    [error] fehlgeschlagen
    [missed] ausgelassen
    [imported] importiert
   *[never_run] nie gelesen
} ({ $reason })
caveat-stale = { $brand }, { $platform }: zuletzt gut gelesen am { $date }
caveat-insufficient = { $brand }: zu wenig (n={ $n }, N={ $of })
