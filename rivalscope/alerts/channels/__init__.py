"""Ways to tell somebody: e-mail, webhooks, and 100+ services by apprise.

One message is sent by a process of its own (``python -m rivalscope.alerts.channels``): it can be
ended at any moment whatever it waits for, nothing a library logs about an address gets out of it,
and the gate on what it may connect to can't be taken away again.
"""

from rivalscope.alerts.channels.addresses import Address, AddressError, check_address, find_address
from rivalscope.alerts.channels.sending import SEND_SECONDS, Delivery, ping, send

__all__ = [
    "SEND_SECONDS",
    "Address",
    "AddressError",
    "Delivery",
    "check_address",
    "find_address",
    "ping",
    "send",
]
