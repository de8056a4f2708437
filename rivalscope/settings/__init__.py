"""YAML -> frozen Settings, packs and lexicons; every mistake at once, with file:line:column."""

from rivalscope.settings.loading import find_configuration, load_settings
from rivalscope.settings.packs import (
    available,
    load_lexicons,
    load_playbook,
    load_theme_pack,
    pack_chain,
)
from rivalscope.settings.proxy_phrases import load_proxy_phrases
from rivalscope.settings.shipped import shipped_folder
from rivalscope.settings.values import (
    HUB,
    AlertRule,
    Channel,
    LogPlace,
    ModelPlace,
    Settings,
    brand_called,
)

__all__ = [
    "HUB",
    "AlertRule",
    "Channel",
    "LogPlace",
    "ModelPlace",
    "Settings",
    "available",
    "brand_called",
    "find_configuration",
    "load_lexicons",
    "load_playbook",
    "load_proxy_phrases",
    "load_settings",
    "load_theme_pack",
    "pack_chain",
    "shipped_folder",
]
