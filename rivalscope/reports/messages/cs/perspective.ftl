perspective-note = Sestaveno pro značku { $brand }: „my“, „nás“ a „naše“ tu znamená { $brand } a každá jiná značka je konkurent.
