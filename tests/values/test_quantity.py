"""Quantities: the numbers, bounds and units that a figure's words stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.values.quantity import Qualifier, QuantityError, UnitKind, parse_quantity

ACCEPTED = [
    # written, qualifier, value, minimum, maximum, unit, kind
    ("19 %", "", "19", None, None, "%", "percent"),
    ("19%", "", "19", None, None, "%", "percent"),
    ("3 per cent", "", "3", None, None, "%", "percent"),
    ("about 19 %", "about", "19", None, None, "%", "percent"),
    ("About 80 %", "about", "80", None, None, "%", "percent"),
    ("exactly 3", "exactly", "3", None, None, "", "none"),
    ("nearly 210 billion USD", "nearly", "210000000000", None, "210000000000", "USD", "currency"),
    ("almost 4 years", "almost", "4", None, "4", "years", "noun"),
    ("over 1,500 tanks", "over", None, "1500", None, "tanks", "noun"),
    ("more than 5", "more than", None, "5", None, "", "none"),
    ("at least 2.5 million people", "at least", None, "2500000", None, "people", "noun"),
    ("up to 80 %", "up to", None, None, "80", "%", "percent"),
    ("under 3.50 EUR", "under", None, None, "3.5", "EUR", "currency"),
    ("between 20 and 30 tanks", "between", None, "20", "30", "tanks", "noun"),
    ("between 20 to 30 %", "between", None, "20", "30", "%", "percent"),
    ("20 to 30 %", "", None, "20", "30", "%", "percent"),
    ("about 20 to 30", "about", None, "20", "30", "", "none"),
    ("2 to 3 million EUR", "", None, "2000000", "3000000", "EUR", "currency"),
    ("900 thousand to 1.2 million people", "", None, "900000", "1200000", "people", "noun"),
    ("7 trillion RUB", "", "7000000000000", None, None, "RUB", "currency"),
    ("1,500", "", "1500", None, None, "", "none"),
    ("1 500", "", "1500", None, None, "", "none"),
    ("1\u00a0500\u00a0000", "", "1500000", None, None, "", "none"),
    ("1\u202f500", "", "1500", None, None, "", "none"),
    ("1'500 men", "", "1500", None, None, "men", "noun"),
    ("1’500 men", "", "1500", None, None, "men", "noun"),
    ("1.500", "", "1.5", None, None, "", "none"),
    ("1,234,567.89 tonnes CO2", "", "1234567.89", None, None, "tonnes CO2", "noun"),
    ("−5 °C", "", "-5", None, None, "°C", "noun"),
    ("-5 °C", "", "-5", None, None, "°C", "noun"),
    ("5 square kilometres", "", "5", None, None, "square kilometres", "noun"),
    ("5 usd", "", "5", None, None, "usd", "noun"),
    ("0", "", "0", None, None, "", "none"),
]

REFUSED = [
    ("", "the quantity is empty", "`unquantified`"),
    ("%", "`%` is no quantity", "`unquantified`"),
    ("1,5", "`1,5` has digits that cannot be grouped", "`1.5`"),
    ("1.500.000", "`1.500.000` has digits that cannot be grouped", "`1,500`"),
    ("1,500,00", "`1,500,00` has digits that cannot be grouped", "`1,500`"),
    ("1,500 000", "`1,500 000` has digits that cannot be grouped", "`1,500`"),
    ("$210 billion", "`$210 billion` has its currency in front", "`210 billion USD`"),
    ("about €5", "`about €5` has its currency in front", "`about 5 EUR`"),
    ("USD 5", "`USD 5` has its unit in front", "`5 USD`"),
    ("20-30 %", "`20-30 %` has a dash for a range", "`20 to 30 %`"),
    ("20–30", "`20–30` has a dash for a range", "`20 to 30`"),
    ("between 5-10", "`between 5-10` has a dash for a range", "`between 5 and 10`"),
    ("~20", "`~20` is no quantity", "`about 20`"),
    ("around 20", "`around 20` is no quantity", "`about 20`"),
    ("less than 5", "`less than 5` is no quantity", "`under 5`"),
    (">80 %", "`>80 %` is no quantity", "`over 80 %`"),
    ("at most 5", "`at most 5` is no quantity", "`up to 5`"),
    ("19 % of the land", "`19 % of the land` goes on after its unit", "`figure`"),
    ("5 bn", "`bn` is no unit", "`210 billion`"),
    ("5 thousand million", "`million` is no unit", "`5 million`"),
    ("at least 20 to 30", "`at least` cannot stand before the range in `at least 20 to 30`", "range alone"),
    ("20 and 30", "`20 and 30` joins two numbers with `and`", "`between 20 and 30`"),
    ("between 20", "`between 20` has one number only", "`between 20 and 30`"),
    ("30 to 20", "`30 to 20` begins with the larger number", "smaller number first"),
    ("19 or 20 people", "`19 or 20 people` has more than one number", "`20 to 30`"),
    ("1" * 26, f"`{'1' * 26}` is too long for a number", "25"),
    ("5 tan\u202eks", r"`tan\u202eks` has an invisible character", "again"),
]


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("written", "qualifier", "value", "minimum", "maximum", "unit", "kind"), ACCEPTED)
def test_a_quantity_has_its_numbers_and_unit(
    written: str, qualifier: str, value: str | None, minimum: str | None, maximum: str | None, unit: str, kind: str
) -> None:
    """Qualifier, value, bounds and unit are read as the words mean them."""
    quantity = parse_quantity(written)
    assert (quantity.written, quantity.qualifier, quantity.is_word) == (written, Qualifier(qualifier), False)
    assert (quantity.value, quantity.minimum, quantity.maximum) == (number(value), number(minimum), number(maximum))
    assert (quantity.unit, quantity.unit_kind) == (unit, UnitKind(kind))


@pytest.mark.parametrize("written", ["almost all", "most", "small areas", "unquantified", "almost four years", "про"])
def test_words_without_digits_are_a_word_quantity(written: str) -> None:
    """Words stay words and have no number."""
    quantity = parse_quantity(written)
    assert quantity.is_word
    assert (quantity.value, quantity.minimum, quantity.maximum, quantity.unit) == (None, None, None, "")


@pytest.mark.parametrize(("written", "message", "cure"), REFUSED)
def test_a_refused_quantity_says_what_is_wrong_and_how_to_write_it(written: str, message: str, cure: str) -> None:
    """Every refusal has the one message and a cure that fits the mistake."""
    with pytest.raises(QuantityError) as caught:
        parse_quantity(written)
    assert caught.value.message == message
    assert cure in caught.value.help


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("19 %", "20 %", True),
        ("19 %", "19.4 %", False),
        ("exactly 19 %", "exactly 19.4 %", True),
        ("about 19 %", "20 %", False),
        ("about 19 %", "25 %", True),
        ("about 75 %", "about 80 %", False),
        ("about 50 %", "about 80 %", True),
        ("nearly 210 billion USD", "over 210 billion USD", True),
        ("nearly 210 billion USD", "exactly 200 billion USD", False),
        ("nearly 210 billion USD", "exactly 100 billion USD", True),
        ("under 5", "at least 5", True),
        ("up to 5", "at least 5", False),
        ("20 to 30", "over 30", True),
        ("20 to 30", "exactly 30", False),
        ("about 20 to 30", "exactly 33", False),
        ("5 tanks", "9 aircraft", False),
        ("5 Tanks", "9 tanks", True),
        ("almost all", "5 %", False),
        ("-5 °C", "over 0 °C", True),
    ],
)
def test_quantities_exclude_each_other_where_no_number_is_common(one: str, other: str, excluded: bool) -> None:
    """Only the same unit is compared, `about` has a tenth of play, and the order does not matter."""
    assert parse_quantity(one).excludes(parse_quantity(other)) is excluded
    assert parse_quantity(other).excludes(parse_quantity(one)) is excluded


@given(st.decimals(0, 10**12, places=2))
def test_grouping_does_not_change_a_number(value: Decimal) -> None:
    """A number is the same with and without commas."""
    assert parse_quantity(f"{value:,}").value == parse_quantity(str(value)).value == value


@given(st.text(alphabet="0123456789., '%tomilnabuedvrs-$", max_size=30))
def test_any_text_is_a_quantity_or_a_quantity_error(text: str) -> None:
    """No text leads to another exception."""
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return
    assert not quantity.excludes(quantity)
