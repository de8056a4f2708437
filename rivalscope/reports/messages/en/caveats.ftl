## Why an entry may not hold all there is

caveat-source = { $brand }, { $platform }: { $state ->
    [ok] ok
    [partial] read in part
    [empty] empty
    [blocked] blocked
    [robots_denied] not allowed
    [layout_changed] layout changed
    [error] failed
    [missed] missed
    [imported] imported
   *[never_run] never read
}
caveat-source-because = { $brand }, { $platform }: { $state ->
    [ok] ok
    [partial] read in part
    [empty] empty
    [blocked] blocked
    [robots_denied] not allowed
    [layout_changed] layout changed
    [error] failed
    [missed] missed
    [imported] imported
   *[never_run] never read
} ({ $reason })
caveat-stale = { $brand }, { $platform }: last read well on { $date }
caveat-insufficient = { $brand }: insufficient (n={ $n }, N={ $of })
