## Proč položka nemusí obsahovat vše

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] v pořádku
    [partial] přečteno zčásti
    [empty] prázdné
    [blocked] zablokováno
    [robots_denied] nepovoleno
    [layout_changed] změněný vzhled
    [error] selhalo
    [missed] vynecháno
    [imported] importováno
   *[never_run] nikdy nepřečteno
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] v pořádku
    [partial] přečteno zčásti
    [empty] prázdné
    [blocked] zablokováno
    [robots_denied] nepovoleno
    [layout_changed] změněný vzhled
    [error] selhalo
    [missed] vynecháno
    [imported] importováno
   *[never_run] nikdy nepřečteno
} ({ $reason })
caveat-stale = { $brand }, { $platform }: naposledy dobře přečteno { $date }
caveat-insufficient = { $brand }: nedostatek dat (n={ $n }, N={ $of })
