perspective-note = Written for { $brand }: “we”, “us” and “our” mean { $brand } here, and every other brand is a rival.
