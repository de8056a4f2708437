"""What keeps fetching polite, safe and honest, apart from the middlewares that ask for it."""
