"""The site's day: the only day that pages know, so that the same input gives the same bytes on any day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from briefsmith.reading.corpus import Corpus
from briefsmith.values.edtf import EdtfDate


def site_day(corpus: Corpus) -> date | None:
    """`--as-of`, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the latest date of the sheets."""
    if corpus.settings.as_of:
        return corpus.settings.as_of
    if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    days = [briefing.sheet.date.latest for briefing in corpus.briefings.values() if briefing.sheet.date.latest]
    return max(days).to_date() if days else None


def is_overdue(review_by: EdtfDate | None, day: date | None) -> bool:
    """Whether a review day has passed."""
    if review_by is None or review_by.latest is None or day is None:
        return False
    return review_by.latest.to_date() < day
