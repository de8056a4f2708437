## Почему запись может содержать не всё

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] в порядке
    [partial] прочитано частично
    [empty] пусто
    [blocked] заблокировано
    [robots_denied] не разрешено
    [layout_changed] изменилась вёрстка
    [error] не удалось
    [missed] пропущено
    [imported] импортировано
   *[never_run] не читалось
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] в порядке
    [partial] прочитано частично
    [empty] пусто
    [blocked] заблокировано
    [robots_denied] не разрешено
    [layout_changed] изменилась вёрстка
    [error] не удалось
    [missed] пропущено
    [imported] импортировано
   *[never_run] не читалось
} ({ $reason })
caveat-stale = { $brand }, { $platform }: в последний раз хорошо прочитано { $date }
caveat-insufficient = { $brand }: мало данных (n={ $n }, N={ $of })
