"""The site's day: the only day that pages know, so that the same input gives the same bytes on any day."""

from __future__ import annotations

import os
import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime

from briefsmith.reading.corpus import Corpus
from briefsmith.values.day import Day
from briefsmith.values.edtf import EdtfDate

_EPOCH = re.compile("[0-9]{1,11}")
"""Seconds since 1970, up to the year 5138."""


def site_day(corpus: Corpus) -> date | None:
    """`--as-of`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the latest date of the sheets."""
    if corpus.settings.as_of:
        return corpus.settings.as_of
    if _EPOCH.fullmatch(epoch := os.environ.get("SOURCE_DATE_EPOCH", "")):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    days = [day for briefing in corpus.briefings.values() if (day := briefing.sheet.date.latest)]
    told = [day for day in days if MINYEAR <= day.year <= MAXYEAR]
    return max(told).to_date() if told else None


def is_overdue(review_by: EdtfDate | None, day: date | None) -> bool:
    """Whether a review day has passed."""
    if review_by is None or review_by.latest is None or day is None:
        return False
    return review_by.latest < Day.from_date(day)
