"""The bundled demo market: invented brands and customers, served over HTTP on loopback."""

from rivalscope.demo.loading import load_market
from rivalscope.demo.plan import Market
from rivalscope.demo.reviews import DemoReview, reviews
from rivalscope.demo.server import DemoSite
from rivalscope.demo.site import earlier_pages

__all__ = ["DemoReview", "DemoSite", "Market", "earlier_pages", "load_market", "reviews"]
