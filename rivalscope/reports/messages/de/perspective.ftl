perspective-note = Geschrieben für { $brand }: „wir“, „uns“ und „unser“ meinen hier { $brand }, und jede andere Marke ist ein Wettbewerber.
