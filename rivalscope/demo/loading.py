"""The demo's YAML files -> ``Market``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from rivalscope.demo.plan import Market, MarketPlan, PhraseBank
from rivalscope.errors import ConfigurationError, Mistake

T = TypeVar("T")

_PLAN = TypeAdapter(MarketPlan)
_BANK = TypeAdapter(PhraseBank)
_FOREIGN = TypeAdapter(Mapping[str, tuple[str, ...]])


def load_market(folder: Path) -> Market:
    """Market that ``market.yaml`` and ``phrases/*.yaml`` in this folder describe.

    ConfigurationError if a file is missing or malformed, or if a language has no words for
    something that the plan wants said.
    """
    plan = _read(folder / "market.yaml", _PLAN)
    phrases = folder / "phrases"
    banks = {language: _read(phrases / f"{language}.yaml", _BANK) for language in plan.languages}
    market = Market(plan=plan, banks=banks, foreign=_read(phrases / "other.yaml", _FOREIGN))
    _check_words(market, phrases)
    return market


def _read(path: Path, adapter: TypeAdapter[T]) -> T:
    try:
        # pure: the C loader would read YAML 1.1, where `no` is a truth value
        return adapter.validate_python(YAML(typ="safe", pure=True).load(path))
    except ValidationError as error:
        raise ConfigurationError(
            tuple(
                _mistake(path, f"{'.'.join(map(str, found['loc']))}: {found['msg']}")
                for found in error.errors()
            )
        ) from error
    except (OSError, YAMLError) as error:
        raise ConfigurationError((_mistake(path, str(error)),)) from error


def _check_words(market: Market, phrases: Path) -> None:
    wanted = {pair for brand in market.plan.brands for pair in market.plan.rates(brand)}
    missing = tuple(
        _mistake(phrases / f"{language}.yaml", f"no {tone} sentences about {theme}")
        for language, bank in market.banks.items()
        for theme, tone in sorted(wanted)
        if not bank.themes.get(theme, {}).get(tone)
    )
    if missing:
        raise ConfigurationError(missing)


def _mistake(path: Path, message: str) -> Mistake:
    return Mistake(file=str(path), line=0, column=0, message=message)
