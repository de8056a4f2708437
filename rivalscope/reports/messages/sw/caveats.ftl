## Kwa nini kipengele huenda kisiwe na yote

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] sawa
    [partial] imesomwa kwa sehemu
    [empty] tupu
    [blocked] imezuiwa
    [robots_denied] hairuhusiwi
    [layout_changed] mpangilio umebadilika
    [error] imeshindwa
    [missed] imekosekana
    [imported] imeingizwa
   *[never_run] haijawahi kusomwa
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] sawa
    [partial] imesomwa kwa sehemu
    [empty] tupu
    [blocked] imezuiwa
    [robots_denied] hairuhusiwi
    [layout_changed] mpangilio umebadilika
    [error] imeshindwa
    [missed] imekosekana
    [imported] imeingizwa
   *[never_run] haijawahi kusomwa
} ({ $reason })
caveat-stale = { $brand }, { $platform }: ilisomwa vizuri mara ya mwisho { $date }
caveat-insufficient = { $brand }: haitoshi (n={ $n }, N={ $of })
