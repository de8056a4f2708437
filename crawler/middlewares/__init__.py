"""What stands between a spider and the network: one module an idea."""

from crawler.middlewares.addresses import CheckAddress
from crawler.middlewares.answers import ReadableAnswer
from crawler.middlewares.challenges import StopAtChallenge
from crawler.middlewares.conditions import AskIfChanged
from crawler.middlewares.keys import HideKey
from crawler.middlewares.limits import EndSomewhere
from crawler.middlewares.packing import Unpack
from crawler.middlewares.proxy import UseProxy
from crawler.middlewares.redirects import FollowRedirects
from crawler.middlewares.retries import TryAgain
from crawler.middlewares.robots import ObeyRobots
from crawler.middlewares.snapshots import snapshot_of
from crawler.middlewares.turns import TakeTurn

__all__ = [
    "AskIfChanged",
    "CheckAddress",
    "EndSomewhere",
    "FollowRedirects",
    "HideKey",
    "ObeyRobots",
    "ReadableAnswer",
    "StopAtChallenge",
    "TakeTurn",
    "TryAgain",
    "Unpack",
    "UseProxy",
    "snapshot_of",
]
