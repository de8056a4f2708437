brands-heading = Kila chapa peke yake
brands-nav = Chapa
brands-lead = Yote yaliyosomwa kuhusu chapa katika kipindi chake, bila kulinganishwa na yeyote: vyanzo na lugha hutofautiana kati ya chapa.
no-brand = Hakuna chapa iliyowekwa.
us-tag = sisi
brand-is-us = { $brand } (sisi)
brand-reviews = Maoni
brand-stars = Wastani wa nyota
brand-sentiment = Mtazamo
sentiment-of = Mtazamo wa maoni: { $brand }
sentiment-split = chanya { $positive }, ya kati { $neutral }, hasi { $negative }
brand-positive = Chanya
brand-neutral = Ya kati
brand-negative = Hasi
brand-replies = Majibu ya kampuni
brand-period = Kipindi
brand-unknown-language = Kwa lugha isiyojulikana
brand-undated = Bila tarehe
brand-chat = Chat
no-chat = haikupatikana
brand-faq = Maswali na majibu
top-complaints = Malalamiko yanayoongoza
no-complaints = Hakuna malalamiko yaliyopatikana
top-praise = Sifa zinazoongoza
no-praise = Hakuna sifa zilizopatikana

## Vyanzo

sources-heading = Vyanzo
column-platform = Jukwaa
column-source = Chanzo
column-state = Hali
column-reason = Sababu
column-stored = Yaliyohifadhiwa
column-average = Wastani wake
source-name = { $platform } ({ $source })
source-stands = { $brand }, { $platform }: { $state }
source-stands-because = { $brand }, { $platform }: { $state } ({ $reason })
source-kind = { $kind ->
    [faq] maswali na majibu
    [site] tovuti
   *[reviews] maoni
}
no-source = Hakuna chanzo kilichowekwa.
