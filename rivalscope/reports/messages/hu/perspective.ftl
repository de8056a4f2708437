perspective-note = Ez a jelentés a(z) { $brand } szemszögéből készült: a „mi”, a „minket” és a „miénk” itt a(z) { $brand } márkát jelenti, minden más márka versenytárs.
