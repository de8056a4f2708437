## Miért nem biztos, hogy egy bejegyzés mindent tartalmaz

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] rendben
    [partial] részben elolvasva
    [empty] üres
    [blocked] letiltva
    [robots_denied] nem engedélyezett
    [layout_changed] megváltozott felépítés
    [error] sikertelen
    [missed] kimaradt
    [imported] importálva
   *[never_run] sosem olvastuk
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] rendben
    [partial] részben elolvasva
    [empty] üres
    [blocked] letiltva
    [robots_denied] nem engedélyezett
    [layout_changed] megváltozott felépítés
    [error] sikertelen
    [missed] kimaradt
    [imported] importálva
   *[never_run] sosem olvastuk
} ({ $reason })
caveat-stale = { $brand }, { $platform }: utoljára jól elolvasva: { $date }
caveat-insufficient = { $brand }: kevés adat (n={ $n }, N={ $of })
