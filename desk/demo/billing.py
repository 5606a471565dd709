"""What `resources/demo/billing.toml` says: where invoices go, who comes for a training, and the terms of the house."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk import paths
from desk.invoices import BuyerEdit, Terms


@dataclass(frozen=True)
class Training:
    """What is sold to those who come to learn: cents without VAT for one person, the rate of the lunch."""

    label: str
    titles: tuple[str, ...]
    cents: int
    lunch: str
    lunch_cents: int
    lunch_rate: int
    discount: str


@dataclass(frozen=True)
class BillingFacts:
    """All of it; `addresses` are those of the organisations that rent, by their names."""

    addresses: dict[str, dict[str, str]]
    clients: tuple[BuyerEdit, ...]
    persons: tuple[BuyerEdit, ...]
    training: Training
    terms: Terms


@cache
def billing_facts() -> BillingFacts:
    """The facts, read once."""
    with paths.resource("demo", "billing.toml").open("rb") as file:
        told: dict[str, Any] = tomllib.load(file)
    training = told["training"]
    return BillingFacts(
        told["addresses"],
        tuple(BuyerEdit(**client) for client in told["client"]),
        tuple(BuyerEdit(**person) for person in told["person"]),
        Training(**{**training, "titles": tuple(training["titles"])}),
        Terms(**told["terms"]),
    )
