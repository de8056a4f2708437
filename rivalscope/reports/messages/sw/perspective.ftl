perspective-note = Imeandikwa kwa mtazamo wa { $brand }: “sisi” na “yetu” humaanisha { $brand } hapa, na kila chapa nyingine ni mshindani.
